# Colour conversions.
import colorsys


def show(values):
    return tuple(round(v, 6) for v in values)


for rgb in ((0, 0, 0), (1, 1, 1), (1, 0, 0), (0.2, 0.4, 0.6), (0.5, 0.5, 0.25)):
    hsv, hls, yiq = colorsys.rgb_to_hsv(*rgb), colorsys.rgb_to_hls(*rgb), colorsys.rgb_to_yiq(*rgb)
    print(rgb, show(hsv), show(hls), show(yiq))
    print("  back", show(colorsys.hsv_to_rgb(*hsv)), show(colorsys.hls_to_rgb(*hls)), show(colorsys.yiq_to_rgb(*yiq)))
print(colorsys.hsv_to_rgb(0.5, 0.5, 0.4), colorsys.hls_to_rgb(0.5, 0.4, 0.5), colorsys.hsv_to_rgb(1.5, 1, 1))


def hex_to_rgb(text):
    return tuple(int(text[i:i + 2], 16) / 255 for i in (1, 3, 5))


def rgb_to_hex(rgb):
    return "#" + "".join(f"{round(v * 255):02x}" for v in rgb)


h, l, s = colorsys.rgb_to_hls(*hex_to_rgb("#3366cc"))
print(round(h * 360), round(l * 100), round(s * 100))
for step in (0.2, 0.5, 0.8):
    print(rgb_to_hex(colorsys.hls_to_rgb(h, step, s)))
print([rgb_to_hex(colorsys.hsv_to_rgb(i / 6, 1, 1)) for i in range(6)])
colorsys.rgb_to_hsv(0.2, 0.4, 0.4)
