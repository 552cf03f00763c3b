# taipan: expect = "error"
raise KeyboardInterrupt("contained: no signal for the host")
