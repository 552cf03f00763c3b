import time

moment = time.gmtime(1_709_210_709)
print(tuple(moment), moment.tm_year, moment.tm_wday, moment.tm_yday)
print(time.strftime("%a %A %b %B %d %e %H %I %j %m %M %p %S %U %w %W %x %X %y %Y %c %%", moment))
print(time.strftime("%G-W%V-%u %D %F %R %T %r %h %C %k %l %P %s", moment))
print(time.strftime("%-d.%-m. %_d %05d %^a %#p %10A|", moment))
print(time.asctime(moment), "|", time.ctime(0), "|", time.mktime(moment))
print(time.mktime((2020, 14, -5, 25, 61, 61, 0, 0, 0)), time.mktime((1969, 12, 31, 23, 59, 59, 0, 0, 0)))
print(time.strptime("29 Feb 2024 13:45", "%d %b %Y %H:%M"))
for year in (1, 1600, 1900, 1970, 2000, 2100, 9999):
    seconds = time.mktime((year, 3, 1, 0, 0, 0, 0, 0, 0))
    print(year, seconds, time.strftime("%a %j %G-%V", time.gmtime(seconds)))
