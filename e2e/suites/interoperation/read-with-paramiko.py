"""Reads private key files with paramiko: their public keys, or why they were refused."""

import json
import sys

import paramiko


def reading(path, passphrase):
    try:
        key = paramiko.PKey.from_path(path, passphrase.encode() if passphrase else None)
    except Exception as error:
        return {"refusal": f"{type(error).__name__}: {error}"}
    return {"publicKey": f"{key.get_name()} {key.get_base64()}"}


json.dump([reading(**file) for file in json.load(sys.stdin)], sys.stdout)
