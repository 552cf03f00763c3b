"""Uses taipan's MCP server by the official Python client and prints what it gets."""

import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main(taipan):
    server = StdioServerParameters(command=taipan, args=["mcp", "--isolation", "native"])
    async with stdio_client(server) as (reader, writer), ClientSession(reader, writer) as session:
        await session.initialize()
        tools = await session.list_tools()
        print("tools:", ", ".join(tool.name for tool in tools.tools))

        async def call(name, arguments):
            # The client checks the structured content against the output schema.
            result = await session.call_tool(name, arguments)
            structured = getattr(result, "structured_content", None) or getattr(result, "structuredContent", None)
            failed = getattr(result, "is_error", None) or getattr(result, "isError", None) or False
            print(f"{name}: failed {failed}")
            print(result.content[0].text)
            return structured

        outcome = await call("run_python", {"code": "print('hi')\nrate * 2", "inputs": {"rate": 21}})
        print("value:", outcome["value"], "status:", outcome["status"])
        outcome = await call("run_python", {"code": "1 / 0"})
        print("error:", outcome["error"]["type"], "line:", outcome["error"]["line"])
        findings = await call("check_python", {"code": "import numpy"})
        print("finding:", findings["findings"][0]["code"])
        modules = await session.call_tool("list_modules", {})
        print("modules:", modules.content[0].text.splitlines()[0])


asyncio.run(main(sys.argv[1]))
