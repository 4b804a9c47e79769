import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { DraftView } from '../../../contract/views.ts';
import { sharedFaceEngine } from '../../face/face-engine.ts';
import { PHOTO_PROBLEMS } from '../../face/reasons.ts';
import { embedPhoto } from '../../face/verify-session.ts';
import { useIdPhoto } from '../application/id-photo.tsx';
import { readPage } from '../materials/page-picture.ts';
import { idCardPages } from './face-evidence.ts';

export interface FacePhoto {
  readonly photo: Blob | null;
  /** Where it comes from, in words. */
  readonly from: string | null;
  /** Still looking for a face on the pages of the ID card. */
  readonly searching: boolean;
  readonly problem: string | null;
  choose: (file: Blob) => Promise<void>;
}

/**
 * The photo to compare with: from the card's chip, else a page of the ID card on which a face is found, else a file
 * somebody chose. `wanted` is false until face processing was agreed to: before that no picture is looked at.
 */
export function useFacePhoto(draft: DraftView, personId: string, wanted: boolean): FacePhoto {
  const chip = useIdPhoto().photo;
  const [chosen, setChosen] = useState<Blob | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const pages = idCardPages(draft, personId);
  const captured = useQuery({
    queryKey: ['face.idCardPage', draft.id, pages.map(({ id }) => id)],
    enabled: wanted && !chip && !chosen && pages.length > 0,
    staleTime: Infinity,
    gcTime: 60_000,
    queryFn: async (): Promise<Blob | null> => {
      for (const { id } of pages) {
        const page = await readPage(draft.id, id);
        if ((await embedPhoto(sharedFaceEngine(), page)).ok) return page;
      }
      return null;
    },
  });

  const choose = async (file: Blob): Promise<void> => {
    setProblem(null);
    const found = await embedPhoto(sharedFaceEngine(), file).catch(() => null);
    if (found?.ok) setChosen(file);
    else setProblem(found ? PHOTO_PROBLEMS[found.problem] : PHOTO_PROBLEMS.notAnImage);
  };
  const photo = chip ?? chosen ?? captured.data ?? null;
  const from = !photo
    ? null
    : photo === chip
      ? '身份证芯片里的照片'
      : photo === chosen
        ? '选的照片'
        : '拍的身份证';
  return useMemo(
    () => ({ photo, from, searching: captured.isFetching, problem, choose }),
    [photo, from, captured.isFetching, problem],
  );
}
