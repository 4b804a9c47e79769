import { createContext, useContext, useState, type ReactNode } from 'react';

interface IdPhoto {
  /** The photo from the card's chip; lives in this page's memory only, until the application is left. */
  photo: Blob | null;
  setPhoto(photo: Blob | null): void;
}

export const IdPhotoContext = createContext<IdPhoto | null>(null);

/** The applicant's photo as read from the ID card, for the face step. */
export function useIdPhoto(): IdPhoto {
  const value = useContext(IdPhotoContext);
  if (!value) throw new Error('used outside an open application');
  return value;
}

export function IdPhotoProvider({ children }: { children: ReactNode }) {
  const [photo, setPhoto] = useState<Blob | null>(null);
  return <IdPhotoContext value={{ photo, setPhoto }}>{children}</IdPhotoContext>;
}
