/** Where a strip stands in its page: a box closes its frame at a page's end and opens it again on the next. */
export interface Edge {
  firstOfPage: boolean;
  lastOfPage: boolean;
}

/** A strip of the document over the full width that is never cut by a page's end. */
export interface Piece {
  height: number;
  paint(top: number, edge: Edge): void;
  /** Stays on one page with the strip that follows, as far as a page can hold them. */
  keep?: boolean;
  /** Drawn again above this strip when it begins a page. */
  header?: Piece;
  /** White space: left out at the top of a page. */
  space?: boolean;
}

export const space = (height: number): Piece => ({ height, paint: () => undefined, space: true });

export const kept = (pieces: Piece[]): Piece[] => pieces.map((piece) => ({ ...piece, keep: true }));

interface Placed {
  piece: Piece;
  top: number;
}

/** Distributes strips over pages between `top` and `bottom` (points from the page's upper edge). */
export function paginate(pieces: readonly Piece[], top: number, bottom: number): Placed[][] {
  const pages: Placed[][] = [];
  let page: Placed[] = [];
  let y = top;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    y = top;
  };
  const put = (piece: Piece) => {
    page.push({ piece, top: y });
    y += piece.height;
  };
  for (const group of groupsOf(pieces)) {
    const height = group.reduce((sum, piece) => sum + piece.height, 0);
    if (y + height > bottom && height <= bottom - top) turn();
    for (const piece of group) {
      if (y + piece.height > bottom) turn();
      if (page.length === 0 && piece.space) continue;
      if (page.length === 0 && piece.header) put(piece.header);
      put(piece);
    }
  }
  turn();
  return pages;
}

/** Strips bound together by `keep`, in order. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (open && last) last.push(piece);
    else groups.push([piece]);
    open = piece.keep === true;
  }
  return groups;
}
