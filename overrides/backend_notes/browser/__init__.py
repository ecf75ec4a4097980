"""Python that runs in the reader's browser: what makes server programs run in one thread.

Nothing here is imported by the build. The modules travel to the browser in a zip, where a worker
(assets/javascripts/run-worker.mjs) calls `session.py`. There are no threads there, no sockets and
no child processes, and a worker cannot wait for a promise; what needs none of them works as on a
server, and everything else says in one sentence that it does not.
"""
