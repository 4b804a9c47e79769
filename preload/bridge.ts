import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { CallEnvelope, Reply } from '../contract/envelope.ts';

/** The same two names as in main/core-calls.ts; a preload script shares no file with the main process. */
const callChannel = 'core:call';
const newsChannel = 'core:news';

/** All the page ever sees of Electron: one way to call the core, one way to hear from it. */
contextBridge.exposeInMainWorld('nuanchuang', {
  call: (envelope: CallEnvelope, binary?: Uint8Array): Promise<Reply> =>
    ipcRenderer.invoke(callChannel, envelope, binary) as Promise<Reply>,

  onNews: (listener: (news: unknown) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, news: unknown): void => listener(news);
    ipcRenderer.on(newsChannel, hear);
    return () => void ipcRenderer.off(newsChannel, hear);
  },
});
