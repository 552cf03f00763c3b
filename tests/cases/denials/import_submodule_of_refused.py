#! expect = "denied"
import http.client
