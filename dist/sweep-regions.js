import { KeyPairError } from "./start.js";
import { failureIn, unlessShared, withNamedLog, withRegion } from "./regions.js";
import { foreseen, sweep, sweepJson, sweepLines, sweepOutputs, sweepPlanned, sweepSummary, sweepWarnings } from "./sweep.js";
import { joinedErrors } from "./existing-pair.js";
// src/operations/in-regions/sweep.ts
const sweepInRegions = {
	async plan(request, step) {
		const { statusOf } = await step.openSweep(request.githubToken);
		const planIn = async (one) => {
			const { region } = one;
			try {
				const tools = {
					...await one.openSweep(request.githubToken),
					statusOf
				};
				const { keyPairs } = await tools.nextTurn(0);
				const named = {
					...withNamedLog(one),
					keyPairs,
					openSweep: async () => tools
				};
				return {
					region,
					step: named,
					plan: await sweep.plan(request, named)
				};
			} catch (error) {
				if (error instanceof KeyPairError && error.code === "GITHUB_REFUSED") throw error;
				throw failureIn(region, error);
			}
		};
		const [first, ...others] = step.regions;
		const plans = [await planIn(first)];
		for (const one of others) plans.push(await planIn(one));
		return plans;
	},
	async preview(plans) {
		const previews = [];
		for (const { region, step, plan } of plans) previews.push({
			region,
			...await sweep.preview(plan, step)
		});
		const swept = plans.flatMap(({ step, plan }) => foreseen(plan.pairs, step));
		return {
			actions: previews.flatMap(({ region, actions }) => actions.map((action) => action.text.includes(region) ? action : {
				...action,
				text: `${action.text} in ${region}`
			})),
			remarks: previews.flatMap(({ region, remarks = [] }) => remarks.map((remark) => withRegion(region, remark))),
			warnings: unlessShared(previews.map(({ region, warnings }) => ({
				region,
				sentences: warnings
			}))),
			outputs: sweepOutputs(swept, plans[0].region, "")
		};
	},
	async execute(plans, step) {
		const all = [];
		const lines = [];
		const failures = [];
		for (const { region, step: one, plan } of plans) try {
			const { swept, failure } = await sweepPlanned(plan, one);
			all.push(...swept);
			lines.push(...sweepLines(swept).map((line) => withRegion(region, line)));
			if (failure !== void 0) failures.push(failureIn(region, failure));
		} catch (error) {
			failures.push(failureIn(region, error));
		}
		const file = step.writeListFile(sweepJson(all));
		step.setOutputs(sweepOutputs(all, plans[0].region, file));
		const inUse = plans.map(({ region, plan }) => ({
			region,
			sentences: plan.warnings
		}));
		return {
			lines,
			warnings: [...unlessShared(inUse), ...sweepWarnings(all)],
			summary: sweepSummary(all, plans.map(({ region }) => region), file),
			failure: failures.length > 1 ? joinedErrors(failures) : failures[0]
		};
	}
};
export { sweepInRegions };
