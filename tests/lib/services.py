"""Stand-ins for the services that messages go to: an HTTP server that writes down what it gets, and a mail server."""

import email
import email.policy
import http.server
import json
import socketserver
import threading
import time


class Request:
    def __init__(self, method, path, headers, body):
        self.method, self.path, self.body = method, path, body
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.time = time.time()

    @property
    def json(self):
        return json.loads(self.body)


class Service:
    """Answers by `answers[start of the path]`: a list of (status, headers, body) that is used up, the last stays. 200 else."""

    def __init__(self):
        self.requests, self.answers, self.lock = [], {}, threading.Lock()
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # head and body in one segment

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, headers, text = service.take(Request("POST", self.path, self.headers, body))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # a server that was killed under it is part of some tests
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, request):
        with self.lock:
            self.requests.append(request)
            for start, answers in self.answers.items():
                if request.path.startswith(start):
                    status, headers, text = answers.pop(0) if len(answers) > 1 else answers[0]
                    return status, headers, text if isinstance(text, bytes) else json.dumps(text).encode()
        return 200, {}, b"{}"

    def got(self, start):
        with self.lock:
            return [r for r in self.requests if r.path.startswith(start)]


class MailServer:
    """Takes every mail (RFC 5321, as much as libcurl speaks of it) but for addresses that begin with "refused"."""

    def __init__(self):
        self.mails, self.lock = [], threading.Lock()
        service = self

        class Handler(socketserver.StreamRequestHandler):
            def say(self, text):
                self.wfile.write(text.encode() + b"\r\n")

            def handle(self):
                self.say("220 mail ready")
                to = []
                while line := self.rfile.readline().decode("utf-8", "replace").strip():
                    word = line.upper()
                    if word.startswith("EHLO"):
                        self.helo = line[5:]
                        self.say("250-mail\r\n250 8BITMIME")
                    elif word.startswith("RCPT TO:"):
                        if "<refused" in line:
                            self.say("550 no such mailbox")
                        else:
                            to.append(line[8:].strip("<> "))
                            self.say("250 ok")
                    elif word == "DATA":
                        self.say("354 go on")
                        data = b""
                        while not data.endswith(b"\r\n.\r\n"):
                            data += self.rfile.readline()
                        mail = email.message_from_bytes(data[:-3], policy=email.policy.default)
                        with service.lock:
                            service.mails.append((to, self.helo, mail))
                        to = []
                        self.say("250 taken")
                    elif word == "QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say("250 ok")

        socketserver.ThreadingTCPServer.allow_reuse_address = True
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"smtp://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def to(self, address):
        with self.lock:
            return [mail for to, _, mail in self.mails if address in to]
