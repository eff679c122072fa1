"""Connects the AWS CLI to a server on this machine, whatever other machine it asks for. Python loads this file first.

The names in requests and certificates stay.
"""

import os
import socket

PORT = int(os.environ["REDIRECT_PORT"])
look_up = socket.getaddrinfo


def redirected(host, port, *args, **kwargs):
    if host is None or host == "localhost" or host.startswith("127."):
        return look_up(host, port, *args, **kwargs)
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", PORT))]


socket.getaddrinfo = redirected
