#! expect = "denied"
eval("__import__('socket').create_connection(('example.com', 80))")
