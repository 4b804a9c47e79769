/* global document, WebAssembly, crossOriginIsolated */
const style = document.createElement('style');
style.nonce = document.querySelector('meta[name="nonce"]').content;
style.textContent = '#root { padding-top: 7px; }';
document.head.append(style);

const bare = document.createElement('style');
bare.textContent = '#root { padding-left: 7px; }';
document.head.append(bare);

globalThis.findings = {
  isolated: crossOriginIsolated && typeof SharedArrayBuffer === 'function',
  wasm: WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  wasmRuns: await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
    () => true,
    () => false,
  ),
  node: typeof globalThis.require !== 'undefined' || typeof globalThis.process !== 'undefined',
};
globalThis.ready = true;
