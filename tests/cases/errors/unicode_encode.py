# Characters that the encoding lacks.
"naïve €".encode("ascii")
