import { sharedFaceEngine } from '../face-engine.ts';
import { embedPhoto } from '../verify-session.ts';

/** What tests and benchmarks call in the page. Numbers leave as plain arrays. */
const hooks = {
  photo: async (url: string) => hooks.photoBlob(await (await fetch(url)).blob()),
  async photoBlob(blob: Blob) {
    const found = await embedPhoto(sharedFaceEngine(), blob);
    return found.ok ? { ...found, template: Array.from(found.template) } : found;
  },
  async look(url: string) {
    await sharedFaceEngine().load();
    const report = await sharedFaceEngine().frame(await createImageBitmap(await (await fetch(url)).blob()));
    return { ...report, template: report.template && Array.from(report.template), jpeg: null };
  },
};
export type TestbedHooks = typeof hooks;
Object.assign(window, { faceTestbed: hooks });
