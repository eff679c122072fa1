import { EC2ServiceException, TypeRegistry, _ep0, _mw0, command } from "./aws.js";
// @aws-sdk/client-ec2
const _DIRescr = "DescribeInstancesRequest";
const _DIRescri = "DescribeInstancesResult";
const _DIesc = "DescribeInstances";
const _DLTVRes = "DescribeLaunchTemplateVersionsRequest";
const _DLTVResc = "DescribeLaunchTemplateVersionsResult";
const _DLTVe = "DescribeLaunchTemplateVersions";
const _DVef = "DefaultVersion";
const _FLi = "FilterList";
const _Fi = "Filters";
const _Fil = "Filter";
const _II = "InstanceId";
const _ILns = "InstanceList";
const _ISnsta = "InstanceState";
const _In = "Instance";
const _Ins = "Instances";
const _KN = "KeyName";
const _LTD = "LaunchTemplateData";
const _LTI = "LaunchTemplateId";
const _LTN = "LaunchTemplateName";
const _LTV = "LaunchTemplateVersion";
const _LTVS = "LaunchTemplateVersionSet";
const _LTVa = "LaunchTemplateVersions";
const _MR = "MaxResults";
const _N = "Name";
const _NTe = "NextToken";
const _RLTDe = "ResponseLaunchTemplateData";
const _RLe = "ReservationList";
const _Rese = "Reservations";
const _Reser = "Reservation";
const _St = "State";
const _V = "Value";
const _VNe = "VersionNumber";
const _VSL = "ValueStringList";
const _VSLe = "VersionStringList";
const _Va = "Values";
const _Ve = "Versions";
const _dVef = "defaultVersion";
const _eQN = "ec2QueryName";
const _iI = "instanceId";
const _iSns = "instancesSet";
const _iSnst = "instanceState";
const _it = "item";
const _kN = "keyName";
const _lTD = "launchTemplateData";
const _lTI = "launchTemplateId";
const _lTN = "launchTemplateName";
const _lTVS = "launchTemplateVersionSet";
const _mR = "maxResults";
const _n = "name";
const _nTe = "nextToken";
const _rSes = "reservationSet";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.ec2";
const _vNe = "versionNumber";
const _xN = "xmlName";
const n0 = "com.amazonaws.ec2";
const _s_registry = new TypeRegistry(_s);
var EC2ServiceException$ = [
	-3,
	_s,
	"EC2ServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(EC2ServiceException$, EC2ServiceException);
var DescribeInstancesRequest$ = [
	3,
	n0,
	_DIRescr,
	0,
	[
		_Fi,
		_NTe,
		_MR
	],
	[
		[() => FilterList, { [_xN]: _Fil }],
		[0, {
			[_eQN]: `NextToken`,
			[_xN]: _nTe
		}],
		[1, {
			[_eQN]: `MaxResults`,
			[_xN]: _mR
		}]
	]
];
var DescribeInstancesResult$ = [
	3,
	n0,
	_DIRescri,
	0,
	[_NTe, _Rese],
	[[0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}], [() => ReservationList, {
		[_eQN]: `ReservationSet`,
		[_xN]: _rSes
	}]]
];
var DescribeLaunchTemplateVersionsRequest$ = [
	3,
	n0,
	_DLTVRes,
	0,
	[
		_LTI,
		_LTN,
		_Ve,
		_NTe,
		_MR,
		_Fi
	],
	[
		0,
		0,
		[() => VersionStringList, { [_xN]: _LTV }],
		0,
		1,
		[() => FilterList, { [_xN]: _Fil }]
	]
];
var DescribeLaunchTemplateVersionsResult$ = [
	3,
	n0,
	_DLTVResc,
	0,
	[_LTVa, _NTe],
	[[() => LaunchTemplateVersionSet, {
		[_eQN]: `LaunchTemplateVersionSet`,
		[_xN]: _lTVS
	}], [0, {
		[_eQN]: `NextToken`,
		[_xN]: _nTe
	}]]
];
var Filter$ = [
	3,
	n0,
	_Fil,
	0,
	[_N, _Va],
	[0, [() => ValueStringList, { [_xN]: _V }]]
];
var Instance$ = [
	3,
	n0,
	_In,
	0,
	[
		_II,
		_St,
		_KN
	],
	[
		[0, {
			[_eQN]: `InstanceId`,
			[_xN]: _iI
		}],
		[() => InstanceState$, {
			[_eQN]: `InstanceState`,
			[_xN]: _iSnst
		}],
		[0, {
			[_eQN]: `KeyName`,
			[_xN]: _kN
		}]
	]
];
var InstanceState$ = [
	3,
	n0,
	_ISnsta,
	0,
	[_N],
	[[0, {
		[_eQN]: `Name`,
		[_xN]: _n
	}]]
];
var LaunchTemplateVersion$ = [
	3,
	n0,
	_LTV,
	0,
	[
		_LTI,
		_LTN,
		_VNe,
		_DVef,
		_LTD
	],
	[
		[0, {
			[_eQN]: `LaunchTemplateId`,
			[_xN]: _lTI
		}],
		[0, {
			[_eQN]: `LaunchTemplateName`,
			[_xN]: _lTN
		}],
		[1, {
			[_eQN]: `VersionNumber`,
			[_xN]: _vNe
		}],
		[2, {
			[_eQN]: `DefaultVersion`,
			[_xN]: _dVef
		}],
		[() => ResponseLaunchTemplateData$, {
			[_eQN]: `LaunchTemplateData`,
			[_xN]: _lTD
		}]
	]
];
var Reservation$ = [
	3,
	n0,
	_Reser,
	0,
	[_Ins],
	[[() => InstanceList, {
		[_eQN]: `InstancesSet`,
		[_xN]: _iSns
	}]]
];
var ResponseLaunchTemplateData$ = [
	3,
	n0,
	_RLTDe,
	0,
	[_KN],
	[[0, {
		[_eQN]: `KeyName`,
		[_xN]: _kN
	}]]
];
var FilterList = [
	1,
	n0,
	_FLi,
	0,
	[() => Filter$, { [_xN]: _Fil }]
];
var InstanceList = [
	1,
	n0,
	_ILns,
	0,
	[() => Instance$, { [_xN]: _it }]
];
var LaunchTemplateVersionSet = [
	1,
	n0,
	_LTVS,
	0,
	[() => LaunchTemplateVersion$, { [_xN]: _it }]
];
var ReservationList = [
	1,
	n0,
	_RLe,
	0,
	[() => Reservation$, { [_xN]: _it }]
];
var ValueStringList = [
	1,
	n0,
	_VSL,
	0,
	[0, { [_xN]: _it }]
];
var VersionStringList = [
	1,
	n0,
	_VSLe,
	0,
	[0, { [_xN]: _it }]
];
var DescribeInstances$ = [
	9,
	n0,
	_DIesc,
	0,
	() => DescribeInstancesRequest$,
	() => DescribeInstancesResult$
];
var DescribeLaunchTemplateVersions$ = [
	9,
	n0,
	_DLTVe,
	0,
	() => DescribeLaunchTemplateVersionsRequest$,
	() => DescribeLaunchTemplateVersionsResult$
];
var DescribeInstancesCommand = class extends command(_ep0, _mw0, "DescribeInstances", DescribeInstances$) {};
export { DescribeInstancesCommand, DescribeLaunchTemplateVersions$ };
