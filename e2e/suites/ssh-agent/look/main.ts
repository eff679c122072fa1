/** It looks in the post step. */
export {};
