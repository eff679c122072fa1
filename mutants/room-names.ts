/** Folders of src that turn text into values and back, and do no I/O: their unit tests are to notice any change. */
export const rooms = ['keys', 'inputs', 'results'] as const;
