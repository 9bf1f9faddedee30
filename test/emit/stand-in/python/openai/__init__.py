"""Stands in for the official SDK: sends what it is given, as the SDK would."""

import json
import os
import urllib.request
from types import SimpleNamespace


class _Secrets:
    def __init__(self, client):
        self.client = client

    def create(self, *, expires_after=None, session=None, extra_body=None):
        given = {"expires_after": expires_after, "session": session}
        body = {key: value for key, value in given.items() if value is not None}
        return SimpleNamespace(**self.client.post("/realtime/client_secrets", body={**body, **(extra_body or {})}))


class OpenAI:
    def __init__(self):
        self.realtime = SimpleNamespace(client_secrets=_Secrets(self))

    def post(self, path, *, body, cast_to=None):
        request = urllib.request.Request(
            os.environ["OPENAI_BASE_URL"] + path,
            data=json.dumps(body).encode(),
            headers={
                "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)
