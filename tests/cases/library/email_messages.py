# Mail messages: made, written as text, read back.
import email
from email.message import EmailMessage
from email import policy, utils

message = EmailMessage()
message["Subject"] = "Rechnung für März"
message["From"] = "Ann <ann@example.org>"
message["To"] = "bob@example.org, Eve <eve@example.org>"
message["Date"] = "Thu, 29 Feb 2024 12:00:00 +0000"
message.set_content("Guten Tag,\nanbei 12 €.\n")
message.add_alternative("<p>12 €</p>", subtype="html")
message.add_attachment(b"a,b\n1,2\n", maintype="text", subtype="csv", filename="data.csv")
message.set_boundary("outer")
message.get_payload(0).set_boundary("inner")
text = message.as_string()
print(text)
again = email.message_from_string(text, policy=policy.default)
print(again["subject"], again["to"].addresses[1].display_name, again["date"].datetime)
print([part.get_content_type() for part in again.walk()], again.get_body(("plain",)).get_content())
print([(part.get_filename(), part.get_content()) for part in again.iter_attachments()])
print(utils.parseaddr("Ann B <ann@example.org>"), utils.formataddr(("Ann, B", "a@b")), utils.formatdate(0))
print(utils.parsedate_to_datetime("Mon, 20 Nov 1995 19:12:08 -0500"))
email.message_from_bytes(b"Subject: =?utf-8?q?h=C3=A9?=\r\n\r\nbody").get_payload()
