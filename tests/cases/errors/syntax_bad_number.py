# A number that runs into a name.
width = 100px
