"""A small identity provider on this machine: discovery, keys, tokens signed with RS256, what it says of a person."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "register", "between the two"


class Provider:
    """Speaks OpenID Connect as far as a code flow asks for it. ``claims`` is what it says of whoever signs in."""

    def __init__(self) -> None:
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._codes: dict[str, dict[str, str]] = {}
        self.claims: dict[str, object] = {}
        self.asked: list[str] = []
        provider = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.asked.append(urlsplit(self.path).path)
                self._say(provider.read(urlsplit(self.path).path, self.headers.get("Authorization", "")))

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                provider.asked.append(self.path)
                self._say(provider.token({name: values[0] for name, values in parse_qs(sent).items()}))

            def _say(self, body: dict[str, object] | None) -> None:
                self.send_response(400 if body is None else 200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(body or {"error": "invalid_request"}).encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def consent(self, address: str) -> dict[str, str]:
        """What the person's browser brings back from the authorisation page at ``address``."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def read(self, path: str, authorization: str) -> dict[str, object] | None:
        if path == "/.well-known/openid-configuration":
            names = ("authorize", "token", "userinfo", "jwks")
            authorize, token, userinfo, jwks = (f"{self.issuer}/{name}" for name in names)
            return {
                "issuer": self.issuer,
                "authorization_endpoint": authorize,
                "token_endpoint": token,
                "userinfo_endpoint": userinfo,
                "jwks_uri": jwks,
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        if path == "/jwks":
            public = json.loads(RSAAlgorithm.to_jwk(self._key.public_key()))
            return {"keys": [public | {"kid": "one", "use": "sig", "alg": "RS256"}]}
        return dict(self.claims) if path == "/userinfo" and authorization == "Bearer open" else None

    def token(self, sent: dict[str, str]) -> dict[str, object] | None:
        asked = self._codes.pop(sent.get("code", ""), None)
        if asked is None or (sent.get("client_id"), sent.get("client_secret")) != (CLIENT, SECRET):
            return None
        proof = base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest())
        if asked["code_challenge"] != proof.decode().rstrip("="):
            return None
        now = int(time.time())
        told = self.claims | {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300}
        signed = jwt.encode(told, self._key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": "open", "token_type": "Bearer", "expires_in": 300, "id_token": signed}
