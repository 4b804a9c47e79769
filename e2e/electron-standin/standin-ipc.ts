import { decodeValue, encodeValue } from './wire-values.ts';

export interface Caller {
  sender: object;
  senderFrame: { url: string; origin: string; parent: object | null } | null;
}

type Handler = (event: Electron.IpcMainInvokeEvent, ...values: unknown[]) => unknown;

/** `ipcMain`: one handler a channel, errors carried by their message, as Electron does. */
export class StandinIpc {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  async invoke(
    caller: Caller,
    channel: string,
    values: readonly unknown[],
  ): Promise<{ ok: boolean; value: unknown }> {
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const event = {
        ...caller,
        type: 'frame',
        frameId: 0,
        processId: 0,
      } as unknown as Electron.IpcMainInvokeEvent;
      return { ok: true, value: encodeValue(await handler(event, ...values.map(decodeValue))) };
    } catch (cause) {
      return { ok: false, value: `Error invoking remote method '${channel}': ${String(cause)}` };
    }
  }
}

export const ipcMain = new StandinIpc();
