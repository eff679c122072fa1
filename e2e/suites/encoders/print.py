"""Prints the file "$KEY" as Python's encoders do."""

import base64
import html
import json
import os
import plistlib
import pprint
import quopri
import re
import shlex
import textwrap
import urllib.parse
from xml.sax.saxutils import quoteattr

with open(os.environ["KEY"], encoding="utf-8") as file:
    key = file.read()
raw = key.encode()
ansible = {"changed": False, "cmd": ["cat", "key"], "rc": 0, "stdout": key, "stdout_lines": key.split("\n")}
prints = {
    "plain / Python json.dumps": json.dumps({"key": key}),
    "plain / Python repr": repr({"key": key}),
    "plain / Python quote": urllib.parse.quote(key),
    "plain / Python quote, safe=''": urllib.parse.quote(key, safe=""),
    "plain / Python urlencode": urllib.parse.urlencode({"key": key}),
    "plain / Python html.escape": html.escape(key),
    "plain / Python quoteattr": quoteattr(key),
    "plain / Python re.escape": re.escape(key),
    "plain / Python shlex.quote": shlex.quote(key),
    "plain / Python plistlib, string": plistlib.dumps({"key": key}).decode(),
    "plain / as by ansible -vvv": 'ok: [host] => ' + json.dumps(ansible, indent=4),
    "cut / Python pprint": pprint.pformat({"key": key}),
    "cut / Python quopri": quopri.encodestring(raw).decode(),
    "cut / Python textwrap": "\n".join(textwrap.wrap(key.replace("\n", ""), 70)),
    "base64 / Python b64encode": base64.b64encode(raw).decode(),
    "base64 / Python encodebytes": base64.encodebytes(raw).decode(),
    "wrapped / Python plistlib, data": plistlib.dumps({"key": raw}).decode(),
}
for name, text in prints.items():
    print(f"\n== {name}\n{text}")
