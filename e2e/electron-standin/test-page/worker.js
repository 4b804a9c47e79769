/* global postMessage, crossOriginIsolated */
postMessage({ isolated: crossOriginIsolated });
