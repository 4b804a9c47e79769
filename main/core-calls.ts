import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { CallEnvelope, maxBinaryBytes, maxJsonChars } from '../contract/envelope.ts';
import type { Call, CoreHost, CoreNews, Reply } from '../contract/envelope.ts';
import { failure, type AnyFailure } from '../contract/failures.ts';
import { isOurs } from './app-origin.ts';

/** The two channels of the bridge; preload/bridge.ts names the same ones. */
export const callChannel = 'core:call';
export const newsChannel = 'core:news';

/** Is it the main frame of our own page, in the window we made, and still there? */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  ours: WebContents | null,
): boolean {
  const frame = event.senderFrame;
  if (!frame || !ours || event.sender !== ours) return false;
  return frame.parent === null && isOurs(frame.url) && isOurs(frame.origin);
}

const refuse = (id: number, { code, data }: AnyFailure): Reply => ({
  envelope: { id, ok: false, failure: { code, data } },
});

/** Values as JSON would carry them: the other transports do, and no Date, Map or cycle may slip in here. */
function jsonOf(value: unknown): { text: string; value: unknown } | null {
  try {
    const text = JSON.stringify(value ?? null);
    return { text, value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Checks what came over the bridge; a reply instead of a call when it may not go on. */
export function parseCall(rawEnvelope: unknown, rawBinary: unknown): { call: Call } | { reply: Reply } {
  const parsed = CallEnvelope.safeParse(rawEnvelope);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    return { reply: refuse(0, failure('call.malformed', { issues })) };
  }
  const { id, name } = parsed.data;
  const json = jsonOf(parsed.data.input);
  if (!json) return { reply: refuse(id, failure('call.malformed', { issues: ['input: not JSON'] })) };
  if (json.text.length > maxJsonChars)
    return { reply: refuse(id, failure('call.tooLarge', { maxBytes: maxJsonChars })) };
  const envelope = { id, name, input: json.value };
  if (rawBinary === undefined || rawBinary === null) return { call: { envelope } };
  if (!(rawBinary instanceof Uint8Array))
    return { reply: refuse(id, failure('call.malformed', { issues: ['binary: not bytes'] })) };
  if (rawBinary.byteLength > maxBinaryBytes)
    return { reply: refuse(id, failure('call.tooLarge', { maxBytes: maxBinaryBytes })) };
  return { call: { envelope, binary: rawBinary } };
}

export interface CallDoor {
  ipc: Pick<IpcMain, 'handle'>;
  core: CoreHost;
  /** Contents of the window that is open now. */
  contents(): WebContents | null;
}

/** Opens the one channel between page and core. A stranger gets an error, never an answer. */
export function openCallDoor({ ipc, core, contents }: CallDoor): void {
  ipc.handle(callChannel, async (event, envelope: unknown, binary: unknown): Promise<Reply> => {
    if (!isTrustedSender(event, contents())) throw new Error('call.refused');
    const checked = parseCall(envelope, binary);
    return 'reply' in checked ? checked.reply : core.call(`window-${event.sender.id}`, checked.call);
  });
  core.onNews((news) => sendNews(contents(), news));
}

function sendNews(contents: WebContents | null, news: CoreNews): void {
  if (contents && !contents.isDestroyed() && isOurs(contents.getURL())) contents.send(newsChannel, news);
}
