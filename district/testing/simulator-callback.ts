import { createHmac } from 'node:crypto';
import type { AskedBody } from './simulator-answers.ts';

/** What a department does to bring an answer: HMAC over '<ticket>.<body>' with the secret it was given. Answers the status. */
export async function callBack(
  { callback, ticket }: AskedBody,
  text: string,
  secret = callback?.secret,
): Promise<number> {
  if (!callback || !ticket || !secret) throw new Error('nobody asked to be called back');
  const signature = createHmac('sha256', secret).update(`${ticket}.${text}`).digest('hex');
  const response = await fetch(callback.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-matching-signature': signature },
    body: text,
  });
  await response.arrayBuffer();
  return response.status;
}
