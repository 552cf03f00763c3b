# taipan: expect = "denied"
import http.client
