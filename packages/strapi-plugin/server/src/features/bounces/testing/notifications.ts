/** Notifications as mail servers send them (RFC 3464). */
export interface NotificationOptions {
  /** In angle brackets. */
  messageId: string;
  action?: string;
  status?: string;
  /** Of the part that holds what came back. */
  returnedAs?: 'message/rfc822' | 'text/rfc822-headers';
  /** As the report is encoded. */
  encoding?: '7bit' | 'base64';
}

const crlf = (text: string) => text.replace(/\n/g, '\r\n');

export function aNotification({
  messageId,
  action = 'failed',
  status = '5.1.1',
  returnedAs = 'message/rfc822',
  encoding = '7bit',
}: NotificationOptions): string {
  const report = crlf(`Reporting-MTA: dns; mx.boite.example
Arrival-Date: Mon, 23 Nov 2026 08:00:00 +0100

Final-Recipient: rfc822; angela.dubois@boite.example
Action: ${action}
Status: ${status} (bad destination
  mailbox address)
Diagnostic-Code: smtp; 550 5.1.1 <angela.dubois@boite.example>: no such user
`);
  return crlf(`Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.boite.example>
To: retours@hebergement.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="limit"

--limit
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--limit
Content-Type: message/delivery-status
Content-Transfer-Encoding: ${encoding}

${encoding === 'base64' ? Buffer.from(report).toString('base64') : report}
--limit
Content-Type: ${returnedAs}

From: Mairie du Favril <ne-pas-repondre@hebergement.example>
To: angela.dubois@boite.example
Message-ID:
 ${messageId}
Subject: Votre demande
${returnedAs === 'message/rfc822' ? '\nMessage-ID: <not.a@header.example>\n' : ''}
--limit--
`);
}
