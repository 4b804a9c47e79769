import Box from '@mui/material/Box';

/** 暖窗: a window with a low sun in it, drawn in the colour of the text around it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth={2.4}
      strokeLinecap="round"
    >
      <rect x="4" y="4" width="24" height="24" rx="4" />
      <path d="M16 4v9M4 20h24" />
      <path d="M9.5 20a6.5 6.5 0 0 1 13 0" fill="currentColor" />
    </Box>
  );
}
