"""Uses taipan's MCP server by the official Python client and prints what it gets: the program by its path, or a server by its URL."""

import sys
from contextlib import asynccontextmanager

import anyio
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client


@asynccontextmanager
async def connected(target, isolation):
    if target.startswith("http://"):
        client = streamable_http_client(target)
    else:
        client = stdio_client(StdioServerParameters(command=target, args=["mcp", "--isolation", isolation]))
    async with client as streams, ClientSession(streams[0], streams[1]) as session:
        await session.initialize()
        yield session


async def main(target, isolation):
    async with connected(target, isolation) as session:
        tools = await session.list_tools()
        print("tools:", ", ".join(tool.name for tool in tools.tools))

        async def call(name, arguments, **more):
            # The client checks the structured content against the output schema.
            result = await session.call_tool(name, arguments, **more)
            print(f"{name}: failed {result.is_error or False}")
            print(result.content[0].text)
            return result.structured_content, result.content[1:]

        outcome, _ = await call("run_python", {"code": "print('hi')\nrate * 2", "inputs": {"rate": 21}})
        print("value:", outcome["value"], "status:", outcome["status"])
        outcome, _ = await call("run_python", {"code": "1 / 0"})
        print("error:", outcome["error"]["type"], "line:", outcome["error"]["line"])
        findings, _ = await call("check_python", {"code": "import numpy"})
        print("finding:", findings["findings"][0]["code"])
        modules = await session.call_tool("list_modules", {})
        print("modules:", modules.content[0].text.splitlines()[0])

        code = "open('out.txt', 'w').write(open('in.txt').read().upper())"
        _, [link] = await call("run_python", {"code": code, "files": {"in.txt": "hi"}})
        print("link:", link.name, link.mime_type, link.size)
        [content] = (await session.read_resource(link.uri)).contents
        print("resource:", content.text)

        told = anyio.Event()

        async def progress(seconds, total, message):
            if not told.is_set():
                print("progress:", message)
                told.set()

        # A client that no longer waits for a run ends it.
        async with anyio.create_task_group() as tasks:
            code = {"code": "while True: pass", "timeout_ms": 600_000}
            tasks.start_soon(lambda: session.call_tool("run_python", code, progress_callback=progress))
            await told.wait()
            tasks.cancel_scope.cancel()
        outcome, _ = await call("run_python", {"code": "6 * 7"})


anyio.run(main, *sys.argv[1:])
