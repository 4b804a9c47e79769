import { z } from 'zod';

/** What a test may ask of the app's process, beside driving the page. */
export const ControlRequest = z.discriminatedUnion('op', [
  z.strictObject({ id: z.int(), op: z.literal('evaluate'), expression: z.string() }),
  z.strictObject({ id: z.int(), op: z.literal('describe') }),
  /** Goes where no guard would let the page go, to see what the next line of defence does. */
  z.strictObject({ id: z.int(), op: z.literal('force'), url: z.url() }),
  z.strictObject({ id: z.int(), op: z.literal('crash') }),
  z.strictObject({ id: z.int(), op: z.literal('closeWindow') }),
  z.strictObject({ id: z.int(), op: z.literal('quit') }),
]);
export type ControlRequest = z.infer<typeof ControlRequest>;

export const Description = z.strictObject({
  cdpEndpoint: z.string(),
  appPort: z.int(),
  windows: z.array(z.strictObject({ contentsId: z.int(), url: z.string(), kiosk: z.boolean() })),
  opened: z.array(z.strictObject({ url: z.string(), action: z.string() })),
  /** Addresses a guard kept the page from. */
  refused: z.array(z.string()),
  focused: z.int(),
  errorBoxes: z.array(z.string()),
  schemes: z.array(z.unknown()),
  deviceHandlers: z.array(z.string()),
  sessionListeners: z.array(z.string()),
  menuRemoved: z.boolean(),
});
export type Description = z.infer<typeof Description>;

export const ControlReply = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('loaded') }),
  z.strictObject({ type: z.literal('answer'), id: z.int(), ok: z.boolean(), value: z.unknown() }),
]);
export type ControlReply = z.infer<typeof ControlReply>;
