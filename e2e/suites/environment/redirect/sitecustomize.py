"""Sends every HTTP request of the AWS CLI to a server on this machine. Python loads this file first."""

import os
from importlib import import_module
from urllib.parse import urlsplit

PORT = os.environ["REDIRECT_PORT"]


def redirect(session_class):
    send = session_class.send

    def redirected(session, request):
        url = urlsplit(request.url)
        request.headers["X-Asked-For"] = f"{url.scheme}://{url.netloc}"
        request.url = url._replace(scheme="http", netloc=f"127.0.0.1:{PORT}").geturl()
        return send(session, request)

    session_class.send = redirected


# The AWS CLI may have its own copy of botocore.
for name in ("awscli.botocore.httpsession", "botocore.httpsession"):
    try:
        redirect(import_module(name).URLLib3Session)
    except ModuleNotFoundError:
        pass
