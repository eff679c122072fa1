export const id = 4090;
export const ids = [4090];
export const modules = {

4090:
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
pollFor: () => pollFor
});
// src/aws/poll.ts
async function pollFor(within, read, { lookFor, wait }) {
	const end = performance.now() + within;
	for (let longest = lookFor / 30;; longest = Math.min(longest * 2, lookFor / 2)) {
		const left = end - performance.now();
		const pause = longest * (1 - Math.random() / 4);
		const isLast = left - pause <= lookFor / 4;
		if (!await wait(isLast ? Math.max(0, left) : pause)) return void 0;
		const seen = await read(isLast);
		if (seen !== void 0 || isLast) return seen;
	}
}

})

};
