import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire between station and server that counts what goes up and can be cut. */
export interface CuttingProxy {
  url: string;
  /** Bytes the server was sent since the last reset. */
  sentUp(): number;
  reset(): void;
  /** Cuts every connection once so many bytes have gone up; null never. */
  cutAfter(bytes: number | null): void;
  close(): Promise<void>;
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let up = 0;
  let limit: number | null = null;
  const server = createServer((station) => {
    const district = connect(Number(port), hostname);
    const both = [station, district];
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        for (const other of both) other.destroy();
      });
    }
    station.on('data', (chunk) => {
      up += chunk.length;
      if (limit !== null && up >= limit) for (const socket of sockets) socket.destroy();
      else if (!district.write(chunk)) station.pause();
    });
    district.on('drain', () => station.resume());
    district.pipe(station);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sentUp: () => up,
    reset: () => (up = 0),
    cutAfter: (bytes) => (limit = bytes),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
