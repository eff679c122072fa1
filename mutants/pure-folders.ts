/** Folders of src that turn text into values and back, and do no I/O. Their unit tests should notice every change. */
export const pureFolders = ['keys', 'inputs', 'results'] as const;
