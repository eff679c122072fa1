import { AwsQueryProtocol, AwsSdkSigV4Signer, BinaryDecisionDiagram, Client, DEFAULT_RETRY_MODE, DefaultIdentityProviderConfig, EC2Client, EC2ServiceException, EndpointCache, NODE_APP_ID_CONFIG_OPTIONS, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NoOpLogger, NodeHttpHandler, ServiceException, Sha256Node, TypeRegistry, _ep0 as _ep0$1, _mw0 as _mw0$1, awsEndpointFunctions, calculateBodyLength, command as command$1, createDefaultUserAgentProvider, customEndpointFunctions, decideEndpoint, errorNames, exactPattern, fromBase64, fromUtf8, getContentLengthPlugin, getDefaultSocketTimeout, getEndpointPlugin, getHostHeaderPlugin, getHttpAuthSchemeEndpointRuleSetPlugin, getHttpSigningPlugin, getLoggerPlugin, getRecursionDetectionPlugin, getRetryPlugin, getSchemaSerdePlugin, getSmithyContext, getUserAgentPlugin, isNamed, loadConfig, loadConfigsForDefaultMode, makeBuilder, normalizeProvider$1 as normalizeProvider, parseUrl, resolveAwsSdkSigV4Config, resolveDefaultsModeConfig, resolveEndpointConfig, resolveHostHeaderConfig, resolveRegionConfig, resolveRetryConfig, resolveUserAgentConfig, streamCollector, toBase64, toUtf8 } from "./aws.js";
import { responseTextOf } from "./release.js";
// @smithy/core
const makePagedClientRequest = async (CommandCtor, client, input, withCommand = (_) => _, ...args) => {
	let command = new CommandCtor(input);
	command = withCommand(command) ?? command;
	return await client.send(command, ...args);
};
function createPaginator(ClientCtor, CommandCtor, inputTokenName, outputTokenName, pageSizeTokenName) {
	return async function* paginateOperation(config, input, ...additionalArguments) {
		const _input = input;
		let token = config.startingToken ?? _input[inputTokenName];
		let hasNext = true;
		let page;
		while (hasNext) {
			_input[inputTokenName] = token;
			if (pageSizeTokenName) _input[pageSizeTokenName] = _input[pageSizeTokenName] ?? config.pageSize;
			if (config.client instanceof ClientCtor) page = await makePagedClientRequest(CommandCtor, config.client, input, config.withCommand, ...additionalArguments);
			else throw new Error(`Invalid client, expected instance of ${ClientCtor.name}`);
			yield page;
			const prevToken = token;
			token = get(page, outputTokenName);
			hasNext = !!(token && (!config.stopOnSameToken || token !== prevToken));
		}
		return void 0;
	};
}
const get = (fromObject, path) => {
	let cursor = fromObject;
	const pathComponents = path.split(".");
	for (const step of pathComponents) {
		if (!cursor || typeof cursor !== "object") return;
		cursor = cursor[step];
	}
	return cursor;
};
// @aws-sdk/client-ec2
const _AC$1 = "AcceleratorCount";
const _ACIA = "AssociateCarrierIpAddress";
const _AIT$1 = "AllowedInstanceTypes";
const _AITS = "AllowedInstanceTypeSet";
const _AItt = "AttachmentId";
const _ALI = "AmiLaunchIndex";
const _AMSc = "AcceleratorManufacturerSet";
const _AMc = "AcceleratorManufacturers";
const _ANSc = "AcceleratorNameSet";
const _ANcc = "AcceleratorNames";
const _APIAss = "AssociatePublicIpAddress";
const _ARss = "AssociatedResource";
const _ARuto = "AutoRecovery";
const _ASSm = "AmdSevSnp";
const _ATMMB$1 = "AcceleratorTotalMemoryMiB";
const _ATSc = "AcceleratorTypeSet";
const _ATc = "AcceleratorTypes";
const _ATtt = "AttachTime";
const _AZ$1 = "AvailabilityZone";
const _AZI$1 = "AvailabilityZoneId";
const _Af = "Affinity";
const _Ar = "Arn";
const _Arc = "Architecture";
const _Ass = "Association";
const _Att = "Attachment";
const _BDMl$1 = "BlockDeviceMappings";
const _BDMlo = "BlockDurationMinutes";
const _BEBM$1 = "BaselineEbsBandwidthMbps";
const _BM$1 = "BootMode";
const _BMa = "BareMetal";
const _BP$1 = "BurstablePerformance";
const _BPF$1 = "BaselinePerformanceFactors";
const _BW = "BandwidthWeighting";
const _CBI = "CapacityBlockId";
const _CBr = "CreatedBy";
const _CCor = "CoreCount";
const _CCp = "CpuCredits";
const _CI = "CarrierIp";
const _CIBM = "CurrentInstanceBootMode";
const _CM$1 = "CpuManufacturers";
const _CMSp = "CpuManufacturerSet";
const _CO = "CpuOptions";
const _COI = "CustomerOwnedIp";
const _CPF = "CpuPerformanceFactor";
const _CRI$1 = "CapacityReservationId";
const _CRP$1 = "CapacityReservationPreference";
const _CRRGA$1 = "CapacityReservationResourceGroupArn";
const _CRSR = "CapacityReservationSpecificationResponse";
const _CRSa = "CapacityReservationSpecification";
const _CRT$1 = "CapacityReservationTarget";
const _CRTR = "CapacityReservationTargetResponse";
const _CSr = "CreditSpecification";
const _CT$1 = "ClientToken";
const _CTC = "ConnectionTrackingConfiguration";
const _CTS = "ConnectionTrackingSpecification";
const _CTSRo = "ConnectionTrackingSpecificationResponse";
const _CTre = "CreateTime";
const _Co$1 = "Code";
const _Conf = "Configured";
const _Cou = "Count";
const _Cp$1 = "Cpu";
const _DASi = "DisableApiStop";
const _DAT = "DisableApiTermination";
const _DI = "DeviceIndex";
const _DIRescr = "DescribeInstancesRequest";
const _DIRescri = "DescribeInstancesResult";
const _DIesc = "DescribeInstances";
const _DLTVRes = "DescribeLaunchTemplateVersionsRequest";
const _DLTVResc = "DescribeLaunchTemplateVersionsResult";
const _DLTVe = "DescribeLaunchTemplateVersions";
const _DN$1 = "DeviceName";
const _DOT$1 = "DeleteOnTermination";
const _DR = "DryRun";
const _DVef = "DefaultVersion";
const _De = "Description";
const _ECI = "EbsCardIndex";
const _EGA = "ElasticGpuAssociation";
const _EGAI = "ElasticGpuAssociationId";
const _EGAL = "ElasticGpuAssociationList";
const _EGAS = "ElasticGpuAssociationState";
const _EGAT = "ElasticGpuAssociationTime";
const _EGAl = "ElasticGpuAssociations";
const _EGIl = "ElasticGpuId";
const _EGSR = "ElasticGpuSpecificationResponse";
const _EGSRL = "ElasticGpuSpecificationResponseList";
const _EGSlas = "ElasticGpuSpecifications";
const _EIAA = "ElasticInferenceAcceleratorAssociation";
const _EIAAI = "ElasticInferenceAcceleratorAssociationId";
const _EIAAL = "ElasticInferenceAcceleratorAssociationList";
const _EIAAS = "ElasticInferenceAcceleratorAssociationState";
const _EIAAT = "ElasticInferenceAcceleratorAssociationTime";
const _EIAAl = "ElasticInferenceAcceleratorArn";
const _EIAAla = "ElasticInferenceAcceleratorAssociations";
const _EIAl = "ElasticInferenceAccelerators";
const _EIBD = "EbsInstanceBlockDevice";
const _EITSx = "ExcludedInstanceTypeSet";
const _EITxc = "ExcludedInstanceTypes";
const _EO$1 = "EbsOptimized";
const _EOn = "EnclaveOptions";
const _EQC = "EnaQueueCount";
const _ERNDAAAAR = "EnableResourceNameDnsAAAARecord";
const _ERNDAR = "EnableResourceNameDnsARecord";
const _ESE = "EnaSrdEnabled";
const _ESS = "EnaSrdSpecification";
const _ESUE = "EnaSrdUdpEnabled";
const _ESUS = "EnaSrdUdpSpecification";
const _ESna = "EnaSupport";
const _Eb = "Ebs";
const _En$1 = "Enabled";
const _Enc = "Encrypted";
const _FLi = "FilterList";
const _Fi$1 = "Filters";
const _Fil = "Filter";
const _G = "Groups";
const _GIL = "GroupIdentifierList";
const _GISL = "GroupIdStringList";
const _GIr = "GroupId";
const _GIrou = "GroupIdentifier";
const _GN = "GroupName";
const _HBD = "HiddenByDefault";
const _HE$1 = "HttpEndpoint";
const _HIo = "HostId";
const _HO = "HibernationOptions";
const _HPI = "HttpProtocolIpv6";
const _HPRHL$1 = "HttpPutResponseHopLimit";
const _HRGA = "HostResourceGroupArn";
const _HT$1 = "HttpTokens";
const _HTo = "HostnameType";
const _Hy = "Hypervisor";
const _I$1 = "Id";
const _IA = "Ipv6Addresses";
const _IAC = "Ipv6AddressCount";
const _IAESS = "InstanceAttachmentEnaSrdSpecification";
const _IAESUS = "InstanceAttachmentEnaSrdUdpSpecification";
const _IApv = "Ipv6Address";
const _IBDM = "InstanceBlockDeviceMapping";
const _IBDML = "InstanceBlockDeviceMappingList";
const _IF$1 = "InstanceFamily";
const _IGS = "InstanceGenerationSet";
const _IGns = "InstanceGenerations";
const _II = "InstanceId";
const _IIA = "InstanceIpv6Address";
const _IIAL = "InstanceIpv6AddressList";
const _IIB = "InstanceInterruptionBehavior";
const _IIP$1 = "IamInstanceProfile";
const _IIPL = "InstanceIpv4PrefixList";
const _IIPLn = "InstanceIpv6PrefixList";
const _IIPn = "InstanceIpv4Prefix";
const _IIPns = "InstanceIpv6Prefix";
const _IISB = "InstanceInitiatedShutdownBehavior";
const _IISLn = "InstanceIdStringList";
const _IIm$1 = "ImageId";
const _IIn$1 = "InstanceIds";
const _ILn = "InstanceLifecycle";
const _ILns = "InstanceList";
const _IMO$1 = "InstanceMaintenanceOptions";
const _IMORnst = "InstanceMetadataOptionsResponse";
const _IMOns = "InstanceMarketOptions";
const _IMR$1 = "IncludeManagedResources";
const _IMT = "InstanceMetadataTags";
const _INI = "InstanceNetworkInterface";
const _INIA = "InstanceNetworkInterfaceAssociation";
const _INIAn = "InstanceNetworkInterfaceAttachment";
const _INIL = "InstanceNetworkInterfaceList";
const _INPO = "InstanceNetworkPerformanceOptions";
const _IOI = "IpOwnerId";
const _IPC = "Ipv6PrefixCount";
const _IPCp = "Ipv4PrefixCount";
const _IPIA = "InstancePrivateIpAddress";
const _IPIAL = "InstancePrivateIpAddressList";
const _IPIs = "IsPrimaryIpv6";
const _IPLRpv = "Ipv4PrefixListResponse";
const _IPLRpvr = "Ipv6PrefixListResponse";
const _IPSRpv = "Ipv4PrefixSpecificationResponse";
const _IPSRpvre = "Ipv6PrefixSpecificationResponse";
const _IPp = "Ipv6Prefixes";
const _IPpv = "Ipv6Prefix";
const _IPpvr = "Ipv4Prefixes";
const _IPpvre = "Ipv4Prefix";
const _IR = "InstanceRequirements";
const _ISIA = "InstanceSecondaryInterfaceAttachment";
const _ISIL = "InstanceSecondaryInterfaceList";
const _ISIPIA = "InstanceSecondaryInterfacePrivateIpAddress";
const _ISIPIAL = "InstanceSecondaryInterfacePrivateIpAddressList";
const _ISIn = "InstanceSecondaryInterface";
const _ISnsta = "InstanceState";
const _IT$1 = "InstanceType";
const _ITnt = "InterfaceType";
const _In$1 = "Instance";
const _Ins = "Instances";
const _Io$1 = "Iops";
const _K$1 = "Key";
const _KI$1 = "KernelId";
const _KKI = "KmsKeyId";
const _KN$1 = "KeyName";
const _LCA = "LicenseConfigurationArn";
const _LCi = "LicenseConfiguration";
const _LL = "LicenseList";
const _LST$1 = "LocalStorageTypes";
const _LSTS = "LocalStorageTypeSet";
const _LSi = "LicenseSpecifications";
const _LSo$1 = "LocalStorage";
const _LTBDM = "LaunchTemplateBlockDeviceMapping";
const _LTBDML = "LaunchTemplateBlockDeviceMappingList";
const _LTCO = "LaunchTemplateCpuOptions";
const _LTCRSRa = "LaunchTemplateCapacityReservationSpecificationResponse";
const _LTD = "LaunchTemplateData";
const _LTEBD = "LaunchTemplateEbsBlockDevice";
const _LTEIAR = "LaunchTemplateElasticInferenceAcceleratorResponse";
const _LTEIARL = "LaunchTemplateElasticInferenceAcceleratorResponseList";
const _LTEO = "LaunchTemplateEnclaveOptions";
const _LTESS = "LaunchTemplateEnaSrdSpecification";
const _LTESUS = "LaunchTemplateEnaSrdUdpSpecification";
const _LTHO = "LaunchTemplateHibernationOptions";
const _LTI$1 = "LaunchTemplateId";
const _LTIIPS = "LaunchTemplateIamInstanceProfileSpecification";
const _LTIMO = "LaunchTemplateInstanceMaintenanceOptions";
const _LTIMOa = "LaunchTemplateInstanceMarketOptions";
const _LTIMOau = "LaunchTemplateInstanceMetadataOptions";
const _LTINIS = "LaunchTemplateInstanceNetworkInterfaceSpecification";
const _LTINISL = "LaunchTemplateInstanceNetworkInterfaceSpecificationList";
const _LTISIS = "LaunchTemplateInstanceSecondaryInterfaceSpecification";
const _LTISISL = "LaunchTemplateInstanceSecondaryInterfaceSpecificationList";
const _LTLC = "LaunchTemplateLicenseConfiguration";
const _LTLL = "LaunchTemplateLicenseList";
const _LTM = "LaunchTemplatesMonitoring";
const _LTN$1 = "LaunchTemplateName";
const _LTNPO = "LaunchTemplateNetworkPerformanceOptions";
const _LTP = "LaunchTemplatePlacement";
const _LTPDNO = "LaunchTemplatePrivateDnsNameOptions";
const _LTSMO = "LaunchTemplateSpotMarketOptions";
const _LTTS = "LaunchTemplateTagSpecification";
const _LTTSL = "LaunchTemplateTagSpecificationList";
const _LTV = "LaunchTemplateVersion";
const _LTVS = "LaunchTemplateVersionSet";
const _LTVa = "LaunchTemplateVersions";
const _LTau = "LaunchTime";
const _Lic = "Licenses";
const _M$1 = "Min";
const _MAa = "MacAddress";
const _MCIL = "MetricCategoryIdList";
const _MCIe = "MetricCategoryIds";
const _MGBPVC$1 = "MemoryGiBPerVCpu";
const _MMB$1 = "MemoryMiB";
const _MO$1 = "MetadataOptions";
const _MOa = "MaintenanceOptions";
const _MPax = "MaxPrice";
const _MR$1 = "MaxResults";
const _MSPAPOOODP$1 = "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice";
const _MTa = "MarketType";
const _MV = "MinVersion";
const _MVa = "MaxVersion";
const _Ma$1 = "Max";
const _Mana = "Managed";
const _Me = "Message";
const _Mon = "Monitoring";
const _N$1 = "Name";
const _NBGe = "NetworkBandwidthGbps";
const _NCI = "NetworkCardIndex";
const _ND$1 = "NoDevice";
const _NIC$1 = "NetworkInterfaceCount";
const _NII = "NetworkInterfaceId";
const _NIet = "NetworkInterfaces";
const _NPO = "NetworkPerformanceOptions";
const _NTe = "NextToken";
const _NV = "NestedVirtualization";
const _OA = "OutpostArn";
const _ODMPPOLP$1 = "OnDemandMaxPricePercentageOverLowestPrice";
const _OI = "OwnerId";
const _ORper = "OperatorResponse";
const _Op = "Operator";
const _P = "Principal";
const _PCIr = "ProductCodeId";
const _PCLr = "ProductCodeList";
const _PCT = "ProductCodeType";
const _PCr = "ProductCode";
const _PCro = "ProductCodes";
const _PDN = "PrivateDnsName";
const _PDNO = "PrivateDnsNameOptions";
const _PDNORr = "PrivateDnsNameOptionsResponse";
const _PDNub = "PublicDnsName";
const _PDl = "PlatformDetails";
const _PFR = "PerformanceFactorReference";
const _PFRS = "PerformanceFactorReferenceSet";
const _PI = "PublicIp";
const _PIAC = "PrivateIpAddressCount";
const _PIAS = "PrivateIpAddressSpecification";
const _PIASL = "PrivateIpAddressSpecificationList";
const _PIAr = "PrivateIpAddress";
const _PIAri = "PrivateIpAddresses";
const _PIAu = "PublicIpAddress";
const _PIr = "PrimaryIpv6";
const _PN = "PartitionNumber";
const _Pl = "Platform";
const _Pla = "Placement";
const _Prim = "Primary";
const _RAeso = "ResolveAlias";
const _RDI = "RamDiskId";
const _RDN = "RootDeviceName";
const _RDT = "RootDeviceType";
const _REIT = "RequireEncryptionInTransit";
const _RHS$1 = "RequireHibernateSupport";
const _RIa = "RamdiskId";
const _RIe$1 = "ReservationId";
const _RIeq = "RequesterId";
const _RLTDe = "ResponseLaunchTemplateData";
const _RLe = "ReservationList";
const _RMe = "RebootMigration";
const _RTe$1 = "ResourceType";
const _Ref = "References";
const _Rese = "Reservations";
const _Reser = "Reservation";
const _SDC = "SourceDestCheck";
const _SDp = "SpreadDomain";
const _SGIe = "SecurityGroupIds";
const _SGe = "SecurityGroups";
const _SIIec = "SecondaryInterfaceId";
const _SIPIAS = "SecondaryInterfacePrivateIpAddressSpecification";
const _SIPIASL = "SecondaryInterfacePrivateIpAddressSpecificationList";
const _SIRI = "SpotInstanceRequestId";
const _SITp = "SpotInstanceType";
const _SIec = "SecondaryInterfaces";
const _SIn = "SnapshotId";
const _SIu = "SubnetId";
const _SMPPOLP$1 = "SpotMaxPricePercentageOverLowestPrice";
const _SNI = "SecondaryNetworkId";
const _SNS = "SriovNetSupport";
const _SO = "SpotOptions";
const _SPIAC = "SecondaryPrivateIpAddressCount";
const _SRt = "StateReason";
const _SSIe = "SecondarySubnetId";
const _STR = "StateTransitionReason";
const _SUD = "SensitiveUserData";
const _St = "State";
const _Sta = "Status";
const _T$1 = "Tags";
const _TET = "TcpEstablishedTimeout";
const _TL = "TagList";
const _TLSGB$1 = "TotalLocalStorageGB";
const _TPC = "ThreadsPerCore";
const _TS$1 = "TagSpecifications";
const _TSp = "TpmSupport";
const _Ta = "Tag";
const _Te = "Tenancy";
const _Th$1 = "Throughput";
const _Ty$1 = "Type";
const _UDs = "UserData";
const _UO = "UsageOperation";
const _UOUT = "UsageOperationUpdateTime";
const _UST = "UdpStreamTimeout";
const _UTd = "UdpTimeout";
const _V$1 = "Value";
const _VCC$1 = "VCpuCount";
const _VCCR$1 = "VCpuCountRange";
const _VD = "VersionDescription";
const _VI = "VpcId";
const _VIR = "VolumeInitializationRate";
const _VIo = "VolumeId";
const _VN$1 = "VirtualName";
const _VNe = "VersionNumber";
const _VOI = "VolumeOwnerId";
const _VSL = "ValueStringList";
const _VSLe = "VersionStringList";
const _VSo = "VolumeSize";
const _VT$1 = "VolumeType";
const _VTir = "VirtualizationType";
const _VU = "ValidUntil";
const _Va$1 = "Values";
const _Ve$1 = "Versions";
const _aCIA = "associateCarrierIpAddress";
const _aCc = "acceleratorCount";
const _aITS = "allowedInstanceTypeSet";
const _aIt = "attachmentId";
const _aLI = "amiLaunchIndex";
const _aMS = "acceleratorManufacturerSet";
const _aNS = "acceleratorNameSet";
const _aPIA = "associatePublicIpAddress";
const _aRs = "associatedResource";
const _aRut = "autoRecovery";
const _aSS = "amdSevSnp";
const _aTMMB = "acceleratorTotalMemoryMiB";
const _aTSc = "acceleratorTypeSet";
const _aTt = "attachTime";
const _aZ = "availabilityZone";
const _aZI = "availabilityZoneId";
const _af = "affinity";
const _ar = "arn";
const _arc = "architecture";
const _ass = "association";
const _at = "attachment";
const _bDM = "blockDeviceMapping";
const _bDMS = "blockDeviceMappingSet";
const _bDMl = "blockDurationMinutes";
const _bEBM = "baselineEbsBandwidthMbps";
const _bM = "bootMode";
const _bMa = "bareMetal";
const _bP = "burstablePerformance";
const _bPF = "baselinePerformanceFactors";
const _bW = "bandwidthWeighting";
const _cBI = "capacityBlockId";
const _cBr = "createdBy";
const _cCo = "coreCount";
const _cCp = "cpuCredits";
const _cI = "carrierIp";
const _cIBM = "currentInstanceBootMode";
const _cMSp = "cpuManufacturerSet";
const _cO = "cpuOptions";
const _cOI = "customerOwnedIp";
const _cRI = "capacityReservationId";
const _cRP = "capacityReservationPreference";
const _cRRGA = "capacityReservationResourceGroupArn";
const _cRSa = "capacityReservationSpecification";
const _cRT = "capacityReservationTarget";
const _cSr = "creditSpecification";
const _cT = "clientToken";
const _cTC = "connectionTrackingConfiguration";
const _cTSo = "connectionTrackingSpecification";
const _cTre = "createTime";
const _co = "code";
const _conf = "configured";
const _cou = "count";
const _cp = "cpu";
const _dASi = "disableApiStop";
const _dAT = "disableApiTermination";
const _dI = "deviceIndex";
const _dN = "deviceName";
const _dNn = "dnsName";
const _dOT = "deleteOnTermination";
const _dR = "dryRun";
const _dVef = "defaultVersion";
const _de = "description";
const _eCI = "ebsCardIndex";
const _eGAI = "elasticGpuAssociationId";
const _eGAS = "elasticGpuAssociationState";
const _eGASl = "elasticGpuAssociationSet";
const _eGAT = "elasticGpuAssociationTime";
const _eGI = "elasticGpuId";
const _eGSS = "elasticGpuSpecificationSet";
const _eIAA = "elasticInferenceAcceleratorArn";
const _eIAAI = "elasticInferenceAcceleratorAssociationId";
const _eIAAS = "elasticInferenceAcceleratorAssociationState";
const _eIAASl = "elasticInferenceAcceleratorAssociationSet";
const _eIAAT = "elasticInferenceAcceleratorAssociationTime";
const _eIAS = "elasticInferenceAcceleratorSet";
const _eITSx = "excludedInstanceTypeSet";
const _eO = "ebsOptimized";
const _eOn = "enclaveOptions";
const _eQC = "enaQueueCount";
const _eQN = "ec2QueryName";
const _eRNDAAAAR = "enableResourceNameDnsAAAARecord";
const _eRNDAR = "enableResourceNameDnsARecord";
const _eSE = "enaSrdEnabled";
const _eSS = "enaSrdSpecification";
const _eSUE = "enaSrdUdpEnabled";
const _eSUS = "enaSrdUdpSpecification";
const _eSna = "enaSupport";
const _eb = "ebs";
const _en = "enabled";
const _enc = "encrypted";
const _gIr = "groupId";
const _gN = "groupName";
const _gSr = "groupSet";
const _h = "hypervisor";
const _hBD = "hiddenByDefault";
const _hE$1 = "httpEndpoint";
const _hI = "hostId";
const _hO = "hibernationOptions";
const _hPI = "httpProtocolIpv6";
const _hPRHL = "httpPutResponseHopLimit";
const _hRGA = "hostResourceGroupArn";
const _hT = "httpTokens";
const _hTo = "hostnameType";
const _i$1 = "id";
const _iAC = "ipv6AddressCount";
const _iASp = "ipv6AddressesSet";
const _iAp = "ipAddress";
const _iApv = "ipv6Address";
const _iF = "instanceFamily";
const _iGSn = "instanceGenerationSet";
const _iI = "instanceId";
const _iIB = "instanceInterruptionBehavior";
const _iIP = "iamInstanceProfile";
const _iISB = "instanceInitiatedShutdownBehavior";
const _iIma = "imageId";
const _iLn = "instanceLifecycle";
const _iMOn = "instanceMarketOptions";
const _iMT = "instanceMetadataTags";
const _iOIp = "ipOwnerId";
const _iPCp = "ipv4PrefixCount";
const _iPCpv = "ipv6PrefixCount";
const _iPIs = "isPrimaryIpv6";
const _iPSpvr = "ipv4PrefixSet";
const _iPSpvre = "ipv6PrefixSet";
const _iPpv = "ipv4Prefix";
const _iPpvr = "ipv6Prefix";
const _iR = "instanceRequirements";
const _iSns = "instancesSet";
const _iSnst = "instanceState";
const _iT = "instanceType";
const _iTnt = "interfaceType";
const _io = "iops";
const _it = "item";
const _k = "key";
const _kI = "kernelId";
const _kKI = "kmsKeyId";
const _kN = "keyName";
const _lCA = "licenseConfigurationArn";
const _lSTS = "localStorageTypeSet";
const _lSic = "licenseSet";
const _lSo = "localStorage";
const _lTD = "launchTemplateData";
const _lTI = "launchTemplateId";
const _lTN = "launchTemplateName";
const _lTVS = "launchTemplateVersionSet";
const _lTau = "launchTime";
const _m$1 = "min";
const _mAa = "macAddress";
const _mCIS = "metricCategoryIdSet";
const _mGBPVC = "memoryGiBPerVCpu";
const _mMB = "memoryMiB";
const _mO = "metadataOptions";
const _mOa = "maintenanceOptions";
const _mP = "maxPrice";
const _mR = "maxResults";
const _mSPAPOOODP = "maxSpotPriceAsPercentageOfOptimalOnDemandPrice";
const _mTa = "marketType";
const _ma = "max";
const _mana = "managed";
const _me = "message";
const _mon = "monitoring";
const _n = "name";
const _nBGe = "networkBandwidthGbps";
const _nCI = "networkCardIndex";
const _nD = "noDevice";
const _nIC = "networkInterfaceCount";
const _nII = "networkInterfaceId";
const _nIS = "networkInterfaceSet";
const _nPO = "networkPerformanceOptions";
const _nTe = "nextToken";
const _nV = "nestedVirtualization";
const _oA = "outpostArn";
const _oDMPPOLP = "onDemandMaxPricePercentageOverLowestPrice";
const _oI = "ownerId";
const _ope = "operator";
const _p = "principal";
const _pC = "productCodes";
const _pCr = "productCode";
const _pDNO = "privateDnsNameOptions";
const _pDNr = "privateDnsName";
const _pDNu = "publicDnsName";
const _pDl = "platformDetails";
const _pI = "publicIp";
const _pIAC = "privateIpAddressCount";
const _pIAS = "privateIpAddressesSet";
const _pIASr = "privateIpAddressSet";
const _pIAr = "privateIpAddress";
const _pIri = "primaryIpv6";
const _pN = "partitionNumber";
const _pl = "platform";
const _pla = "placement";
const _prim = "primary";
const _rDI = "ramDiskId";
const _rDN = "rootDeviceName";
const _rDT = "rootDeviceType";
const _rEIT = "requireEncryptionInTransit";
const _rHS = "requireHibernateSupport";
const _rI = "reservationId";
const _rIa = "ramdiskId";
const _rIeq = "requesterId";
const _rMe = "rebootMigration";
const _rSe = "referenceSet";
const _rSes = "reservationSet";
const _rTe = "resourceType";
const _re = "reason";
const _s$1 = "smithy.ts.sdk.synthetic.com.amazonaws.ec2";
const _sDC = "sourceDestCheck";
const _sDp = "spreadDomain";
const _sGIS = "securityGroupIdSet";
const _sGSe = "securityGroupSet";
const _sIIe = "secondaryInterfaceId";
const _sIRI = "spotInstanceRequestId";
const _sISe = "secondaryInterfaceSet";
const _sIT = "spotInstanceType";
const _sIn = "snapshotId";
const _sIu = "subnetId";
const _sMPPOLP = "spotMaxPricePercentageOverLowestPrice";
const _sNI = "secondaryNetworkId";
const _sNSr = "sriovNetSupport";
const _sO = "spotOptions";
const _sPIAC = "secondaryPrivateIpAddressCount";
const _sRt = "stateReason";
const _sSI = "secondarySubnetId";
const _st = "state";
const _sta = "status";
const _tET = "tcpEstablishedTimeout";
const _tLSGB = "totalLocalStorageGB";
const _tPC = "threadsPerCore";
const _tS = "tagSet";
const _tSS = "tagSpecificationSet";
const _tSp = "tpmSupport";
const _te = "tenancy";
const _th = "throughput";
const _ty = "type";
const _uDs = "userData";
const _uO = "usageOperation";
const _uOUT = "usageOperationUpdateTime";
const _uST = "udpStreamTimeout";
const _uTd = "udpTimeout";
const _v = "value";
const _vCC = "vCpuCount";
const _vD = "versionDescription";
const _vI = "vpcId";
const _vIR = "volumeInitializationRate";
const _vIo = "volumeId";
const _vN = "virtualName";
const _vNe = "versionNumber";
const _vOI = "volumeOwnerId";
const _vSo = "volumeSize";
const _vT = "volumeType";
const _vTi = "virtualizationType";
const _vU = "validUntil";
const _xN$1 = "xmlName";
const n0$1 = "com.amazonaws.ec2";
const _s_registry$1 = new TypeRegistry(_s$1);
var EC2ServiceException$ = [
	-3,
	_s$1,
	"EC2ServiceException",
	0,
	[],
	[]
];
_s_registry$1.registerError(EC2ServiceException$, EC2ServiceException);
var SensitiveUserData = [
	0,
	n0$1,
	_SUD,
	8,
	0
];
var AcceleratorCount$ = [
	3,
	n0$1,
	_AC$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var AcceleratorTotalMemoryMiB$ = [
	3,
	n0$1,
	_ATMMB$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var BaselineEbsBandwidthMbps$ = [
	3,
	n0$1,
	_BEBM$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var BaselinePerformanceFactors$ = [
	3,
	n0$1,
	_BPF$1,
	0,
	[_Cp$1],
	[[() => CpuPerformanceFactor$, {
		[_eQN]: `Cpu`,
		[_xN$1]: _cp
	}]]
];
var CapacityReservationSpecificationResponse$ = [
	3,
	n0$1,
	_CRSR,
	0,
	[_CRP$1, _CRT$1],
	[[0, {
		[_eQN]: `CapacityReservationPreference`,
		[_xN$1]: _cRP
	}], [() => CapacityReservationTargetResponse$, {
		[_eQN]: `CapacityReservationTarget`,
		[_xN$1]: _cRT
	}]]
];
var CapacityReservationTargetResponse$ = [
	3,
	n0$1,
	_CRTR,
	0,
	[_CRI$1, _CRRGA$1],
	[[0, {
		[_eQN]: `CapacityReservationId`,
		[_xN$1]: _cRI
	}], [0, {
		[_eQN]: `CapacityReservationResourceGroupArn`,
		[_xN$1]: _cRRGA
	}]]
];
var ConnectionTrackingSpecification$ = [
	3,
	n0$1,
	_CTS,
	0,
	[
		_TET,
		_UTd,
		_UST
	],
	[
		[1, {
			[_eQN]: `TcpEstablishedTimeout`,
			[_xN$1]: _tET
		}],
		[1, {
			[_eQN]: `UdpTimeout`,
			[_xN$1]: _uTd
		}],
		[1, {
			[_eQN]: `UdpStreamTimeout`,
			[_xN$1]: _uST
		}]
	]
];
var ConnectionTrackingSpecificationResponse$ = [
	3,
	n0$1,
	_CTSRo,
	0,
	[
		_TET,
		_UST,
		_UTd
	],
	[
		[1, {
			[_eQN]: `TcpEstablishedTimeout`,
			[_xN$1]: _tET
		}],
		[1, {
			[_eQN]: `UdpStreamTimeout`,
			[_xN$1]: _uST
		}],
		[1, {
			[_eQN]: `UdpTimeout`,
			[_xN$1]: _uTd
		}]
	]
];
var CpuOptions$ = [
	3,
	n0$1,
	_CO,
	0,
	[
		_CCor,
		_TPC,
		_ASSm,
		_NV
	],
	[
		[1, {
			[_eQN]: `CoreCount`,
			[_xN$1]: _cCo
		}],
		[1, {
			[_eQN]: `ThreadsPerCore`,
			[_xN$1]: _tPC
		}],
		[0, {
			[_eQN]: `AmdSevSnp`,
			[_xN$1]: _aSS
		}],
		[0, {
			[_eQN]: `NestedVirtualization`,
			[_xN$1]: _nV
		}]
	]
];
var CpuPerformanceFactor$ = [
	3,
	n0$1,
	_CPF,
	0,
	[_Ref],
	[[() => PerformanceFactorReferenceSet, {
		[_eQN]: `ReferenceSet`,
		[_xN$1]: _rSe
	}]]
];
var CreditSpecification$ = [
	3,
	n0$1,
	_CSr,
	0,
	[_CCp],
	[[0, {
		[_eQN]: `CpuCredits`,
		[_xN$1]: _cCp
	}]]
];
var DescribeInstancesRequest$ = [
	3,
	n0$1,
	_DIRescr,
	0,
	[
		_IIn$1,
		_IMR$1,
		_DR,
		_Fi$1,
		_NTe,
		_MR$1
	],
	[
		[() => InstanceIdStringList, { [_xN$1]: _II }],
		2,
		[2, {
			[_eQN]: `DryRun`,
			[_xN$1]: _dR
		}],
		[() => FilterList, { [_xN$1]: _Fil }],
		[0, {
			[_eQN]: `NextToken`,
			[_xN$1]: _nTe
		}],
		[1, {
			[_eQN]: `MaxResults`,
			[_xN$1]: _mR
		}]
	]
];
var DescribeInstancesResult$ = [
	3,
	n0$1,
	_DIRescri,
	0,
	[_NTe, _Rese],
	[[0, {
		[_eQN]: `NextToken`,
		[_xN$1]: _nTe
	}], [() => ReservationList, {
		[_eQN]: `ReservationSet`,
		[_xN$1]: _rSes
	}]]
];
var DescribeLaunchTemplateVersionsRequest$ = [
	3,
	n0$1,
	_DLTVRes,
	0,
	[
		_DR,
		_LTI$1,
		_LTN$1,
		_Ve$1,
		_MV,
		_MVa,
		_NTe,
		_MR$1,
		_Fi$1,
		_RAeso,
		_IMR$1
	],
	[
		2,
		0,
		0,
		[() => VersionStringList, { [_xN$1]: _LTV }],
		0,
		0,
		0,
		1,
		[() => FilterList, { [_xN$1]: _Fil }],
		2,
		2
	]
];
var DescribeLaunchTemplateVersionsResult$ = [
	3,
	n0$1,
	_DLTVResc,
	0,
	[_LTVa, _NTe],
	[[() => LaunchTemplateVersionSet, {
		[_eQN]: `LaunchTemplateVersionSet`,
		[_xN$1]: _lTVS
	}], [0, {
		[_eQN]: `NextToken`,
		[_xN$1]: _nTe
	}]]
];
var EbsInstanceBlockDevice$ = [
	3,
	n0$1,
	_EIBD,
	0,
	[
		_ATtt,
		_DOT$1,
		_Sta,
		_VIo,
		_ARss,
		_VOI,
		_Op,
		_ECI
	],
	[
		[4, {
			[_eQN]: `AttachTime`,
			[_xN$1]: _aTt
		}],
		[2, {
			[_eQN]: `DeleteOnTermination`,
			[_xN$1]: _dOT
		}],
		[0, {
			[_eQN]: `Status`,
			[_xN$1]: _sta
		}],
		[0, {
			[_eQN]: `VolumeId`,
			[_xN$1]: _vIo
		}],
		[0, {
			[_eQN]: `AssociatedResource`,
			[_xN$1]: _aRs
		}],
		[0, {
			[_eQN]: `VolumeOwnerId`,
			[_xN$1]: _vOI
		}],
		[() => OperatorResponse$, {
			[_eQN]: `Operator`,
			[_xN$1]: _ope
		}],
		[1, {
			[_eQN]: `EbsCardIndex`,
			[_xN$1]: _eCI
		}]
	]
];
var ElasticGpuAssociation$ = [
	3,
	n0$1,
	_EGA,
	0,
	[
		_EGIl,
		_EGAI,
		_EGAS,
		_EGAT
	],
	[
		[0, {
			[_eQN]: `ElasticGpuId`,
			[_xN$1]: _eGI
		}],
		[0, {
			[_eQN]: `ElasticGpuAssociationId`,
			[_xN$1]: _eGAI
		}],
		[0, {
			[_eQN]: `ElasticGpuAssociationState`,
			[_xN$1]: _eGAS
		}],
		[0, {
			[_eQN]: `ElasticGpuAssociationTime`,
			[_xN$1]: _eGAT
		}]
	]
];
var ElasticGpuSpecificationResponse$ = [
	3,
	n0$1,
	_EGSR,
	0,
	[_Ty$1],
	[[0, {
		[_eQN]: `Type`,
		[_xN$1]: _ty
	}]]
];
var ElasticInferenceAcceleratorAssociation$ = [
	3,
	n0$1,
	_EIAA,
	0,
	[
		_EIAAl,
		_EIAAI,
		_EIAAS,
		_EIAAT
	],
	[
		[0, {
			[_eQN]: `ElasticInferenceAcceleratorArn`,
			[_xN$1]: _eIAA
		}],
		[0, {
			[_eQN]: `ElasticInferenceAcceleratorAssociationId`,
			[_xN$1]: _eIAAI
		}],
		[0, {
			[_eQN]: `ElasticInferenceAcceleratorAssociationState`,
			[_xN$1]: _eIAAS
		}],
		[4, {
			[_eQN]: `ElasticInferenceAcceleratorAssociationTime`,
			[_xN$1]: _eIAAT
		}]
	]
];
var EnclaveOptions$ = [
	3,
	n0$1,
	_EOn,
	0,
	[_En$1],
	[[2, {
		[_eQN]: `Enabled`,
		[_xN$1]: _en
	}]]
];
var Filter$$1 = [
	3,
	n0$1,
	_Fil,
	0,
	[_N$1, _Va$1],
	[0, [() => ValueStringList, { [_xN$1]: _V$1 }]]
];
var GroupIdentifier$ = [
	3,
	n0$1,
	_GIrou,
	0,
	[_GIr, _GN],
	[[0, {
		[_eQN]: `GroupId`,
		[_xN$1]: _gIr
	}], [0, {
		[_eQN]: `GroupName`,
		[_xN$1]: _gN
	}]]
];
var HibernationOptions$ = [
	3,
	n0$1,
	_HO,
	0,
	[_Conf],
	[[2, {
		[_eQN]: `Configured`,
		[_xN$1]: _conf
	}]]
];
var IamInstanceProfile$ = [
	3,
	n0$1,
	_IIP$1,
	0,
	[_Ar, _I$1],
	[[0, {
		[_eQN]: `Arn`,
		[_xN$1]: _ar
	}], [0, {
		[_eQN]: `Id`,
		[_xN$1]: _i$1
	}]]
];
var Instance$$1 = [
	3,
	n0$1,
	_In$1,
	0,
	[
		_Arc,
		_BDMl$1,
		_CT$1,
		_EO$1,
		_ESna,
		_Hy,
		_IIP$1,
		_ILn,
		_EGAl,
		_EIAAla,
		_NIet,
		_OA,
		_RDN,
		_RDT,
		_SGe,
		_SDC,
		_SIRI,
		_SNS,
		_SRt,
		_T$1,
		_VTir,
		_CO,
		_CBI,
		_CRI$1,
		_CRSa,
		_HO,
		_Lic,
		_MO$1,
		_EOn,
		_BM$1,
		_PDl,
		_UO,
		_UOUT,
		_PDNO,
		_IApv,
		_TSp,
		_MOa,
		_CIBM,
		_NPO,
		_Op,
		_SIec,
		_II,
		_IIm$1,
		_St,
		_PDN,
		_PDNub,
		_STR,
		_KN$1,
		_ALI,
		_PCro,
		_IT$1,
		_LTau,
		_Pla,
		_KI$1,
		_RIa,
		_Pl,
		_Mon,
		_SIu,
		_VI,
		_PIAr,
		_PIAu
	],
	[
		[0, {
			[_eQN]: `Architecture`,
			[_xN$1]: _arc
		}],
		[() => InstanceBlockDeviceMappingList, {
			[_eQN]: `BlockDeviceMapping`,
			[_xN$1]: _bDM
		}],
		[0, {
			[_eQN]: `ClientToken`,
			[_xN$1]: _cT
		}],
		[2, {
			[_eQN]: `EbsOptimized`,
			[_xN$1]: _eO
		}],
		[2, {
			[_eQN]: `EnaSupport`,
			[_xN$1]: _eSna
		}],
		[0, {
			[_eQN]: `Hypervisor`,
			[_xN$1]: _h
		}],
		[() => IamInstanceProfile$, {
			[_eQN]: `IamInstanceProfile`,
			[_xN$1]: _iIP
		}],
		[0, {
			[_eQN]: `InstanceLifecycle`,
			[_xN$1]: _iLn
		}],
		[() => ElasticGpuAssociationList, {
			[_eQN]: `ElasticGpuAssociationSet`,
			[_xN$1]: _eGASl
		}],
		[() => ElasticInferenceAcceleratorAssociationList, {
			[_eQN]: `ElasticInferenceAcceleratorAssociationSet`,
			[_xN$1]: _eIAASl
		}],
		[() => InstanceNetworkInterfaceList, {
			[_eQN]: `NetworkInterfaceSet`,
			[_xN$1]: _nIS
		}],
		[0, {
			[_eQN]: `OutpostArn`,
			[_xN$1]: _oA
		}],
		[0, {
			[_eQN]: `RootDeviceName`,
			[_xN$1]: _rDN
		}],
		[0, {
			[_eQN]: `RootDeviceType`,
			[_xN$1]: _rDT
		}],
		[() => GroupIdentifierList, {
			[_eQN]: `GroupSet`,
			[_xN$1]: _gSr
		}],
		[2, {
			[_eQN]: `SourceDestCheck`,
			[_xN$1]: _sDC
		}],
		[0, {
			[_eQN]: `SpotInstanceRequestId`,
			[_xN$1]: _sIRI
		}],
		[0, {
			[_eQN]: `SriovNetSupport`,
			[_xN$1]: _sNSr
		}],
		[() => StateReason$, {
			[_eQN]: `StateReason`,
			[_xN$1]: _sRt
		}],
		[() => TagList, {
			[_eQN]: `TagSet`,
			[_xN$1]: _tS
		}],
		[0, {
			[_eQN]: `VirtualizationType`,
			[_xN$1]: _vTi
		}],
		[() => CpuOptions$, {
			[_eQN]: `CpuOptions`,
			[_xN$1]: _cO
		}],
		[0, {
			[_eQN]: `CapacityBlockId`,
			[_xN$1]: _cBI
		}],
		[0, {
			[_eQN]: `CapacityReservationId`,
			[_xN$1]: _cRI
		}],
		[() => CapacityReservationSpecificationResponse$, {
			[_eQN]: `CapacityReservationSpecification`,
			[_xN$1]: _cRSa
		}],
		[() => HibernationOptions$, {
			[_eQN]: `HibernationOptions`,
			[_xN$1]: _hO
		}],
		[() => LicenseList, {
			[_eQN]: `LicenseSet`,
			[_xN$1]: _lSic
		}],
		[() => InstanceMetadataOptionsResponse$, {
			[_eQN]: `MetadataOptions`,
			[_xN$1]: _mO
		}],
		[() => EnclaveOptions$, {
			[_eQN]: `EnclaveOptions`,
			[_xN$1]: _eOn
		}],
		[0, {
			[_eQN]: `BootMode`,
			[_xN$1]: _bM
		}],
		[0, {
			[_eQN]: `PlatformDetails`,
			[_xN$1]: _pDl
		}],
		[0, {
			[_eQN]: `UsageOperation`,
			[_xN$1]: _uO
		}],
		[4, {
			[_eQN]: `UsageOperationUpdateTime`,
			[_xN$1]: _uOUT
		}],
		[() => PrivateDnsNameOptionsResponse$, {
			[_eQN]: `PrivateDnsNameOptions`,
			[_xN$1]: _pDNO
		}],
		[0, {
			[_eQN]: `Ipv6Address`,
			[_xN$1]: _iApv
		}],
		[0, {
			[_eQN]: `TpmSupport`,
			[_xN$1]: _tSp
		}],
		[() => InstanceMaintenanceOptions$, {
			[_eQN]: `MaintenanceOptions`,
			[_xN$1]: _mOa
		}],
		[0, {
			[_eQN]: `CurrentInstanceBootMode`,
			[_xN$1]: _cIBM
		}],
		[() => InstanceNetworkPerformanceOptions$, {
			[_eQN]: `NetworkPerformanceOptions`,
			[_xN$1]: _nPO
		}],
		[() => OperatorResponse$, {
			[_eQN]: `Operator`,
			[_xN$1]: _ope
		}],
		[() => InstanceSecondaryInterfaceList, {
			[_eQN]: `SecondaryInterfaceSet`,
			[_xN$1]: _sISe
		}],
		[0, {
			[_eQN]: `InstanceId`,
			[_xN$1]: _iI
		}],
		[0, {
			[_eQN]: `ImageId`,
			[_xN$1]: _iIma
		}],
		[() => InstanceState$, {
			[_eQN]: `InstanceState`,
			[_xN$1]: _iSnst
		}],
		[0, {
			[_eQN]: `PrivateDnsName`,
			[_xN$1]: _pDNr
		}],
		[0, {
			[_eQN]: `DnsName`,
			[_xN$1]: _dNn
		}],
		[0, {
			[_eQN]: `Reason`,
			[_xN$1]: _re
		}],
		[0, {
			[_eQN]: `KeyName`,
			[_xN$1]: _kN
		}],
		[1, {
			[_eQN]: `AmiLaunchIndex`,
			[_xN$1]: _aLI
		}],
		[() => ProductCodeList, {
			[_eQN]: `ProductCodes`,
			[_xN$1]: _pC
		}],
		[0, {
			[_eQN]: `InstanceType`,
			[_xN$1]: _iT
		}],
		[4, {
			[_eQN]: `LaunchTime`,
			[_xN$1]: _lTau
		}],
		[() => Placement$, {
			[_eQN]: `Placement`,
			[_xN$1]: _pla
		}],
		[0, {
			[_eQN]: `KernelId`,
			[_xN$1]: _kI
		}],
		[0, {
			[_eQN]: `RamdiskId`,
			[_xN$1]: _rIa
		}],
		[0, {
			[_eQN]: `Platform`,
			[_xN$1]: _pl
		}],
		[() => Monitoring$, {
			[_eQN]: `Monitoring`,
			[_xN$1]: _mon
		}],
		[0, {
			[_eQN]: `SubnetId`,
			[_xN$1]: _sIu
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN$1]: _vI
		}],
		[0, {
			[_eQN]: `PrivateIpAddress`,
			[_xN$1]: _pIAr
		}],
		[0, {
			[_eQN]: `IpAddress`,
			[_xN$1]: _iAp
		}]
	]
];
var InstanceAttachmentEnaSrdSpecification$ = [
	3,
	n0$1,
	_IAESS,
	0,
	[_ESE, _ESUS],
	[[2, {
		[_eQN]: `EnaSrdEnabled`,
		[_xN$1]: _eSE
	}], [() => InstanceAttachmentEnaSrdUdpSpecification$, {
		[_eQN]: `EnaSrdUdpSpecification`,
		[_xN$1]: _eSUS
	}]]
];
var InstanceAttachmentEnaSrdUdpSpecification$ = [
	3,
	n0$1,
	_IAESUS,
	0,
	[_ESUE],
	[[2, {
		[_eQN]: `EnaSrdUdpEnabled`,
		[_xN$1]: _eSUE
	}]]
];
var InstanceBlockDeviceMapping$ = [
	3,
	n0$1,
	_IBDM,
	0,
	[_DN$1, _Eb],
	[[0, {
		[_eQN]: `DeviceName`,
		[_xN$1]: _dN
	}], [() => EbsInstanceBlockDevice$, {
		[_eQN]: `Ebs`,
		[_xN$1]: _eb
	}]]
];
var InstanceIpv4Prefix$ = [
	3,
	n0$1,
	_IIPn,
	0,
	[_IPpvre],
	[[0, {
		[_eQN]: `Ipv4Prefix`,
		[_xN$1]: _iPpv
	}]]
];
var InstanceIpv6Address$ = [
	3,
	n0$1,
	_IIA,
	0,
	[_IApv, _IPIs],
	[[0, {
		[_eQN]: `Ipv6Address`,
		[_xN$1]: _iApv
	}], [2, {
		[_eQN]: `IsPrimaryIpv6`,
		[_xN$1]: _iPIs
	}]]
];
var InstanceIpv6Prefix$ = [
	3,
	n0$1,
	_IIPns,
	0,
	[_IPpv],
	[[0, {
		[_eQN]: `Ipv6Prefix`,
		[_xN$1]: _iPpvr
	}]]
];
var InstanceMaintenanceOptions$ = [
	3,
	n0$1,
	_IMO$1,
	0,
	[_ARuto, _RMe],
	[[0, {
		[_eQN]: `AutoRecovery`,
		[_xN$1]: _aRut
	}], [0, {
		[_eQN]: `RebootMigration`,
		[_xN$1]: _rMe
	}]]
];
var InstanceMetadataOptionsResponse$ = [
	3,
	n0$1,
	_IMORnst,
	0,
	[
		_St,
		_HT$1,
		_HPRHL$1,
		_HE$1,
		_HPI,
		_IMT
	],
	[
		[0, {
			[_eQN]: `State`,
			[_xN$1]: _st
		}],
		[0, {
			[_eQN]: `HttpTokens`,
			[_xN$1]: _hT
		}],
		[1, {
			[_eQN]: `HttpPutResponseHopLimit`,
			[_xN$1]: _hPRHL
		}],
		[0, {
			[_eQN]: `HttpEndpoint`,
			[_xN$1]: _hE$1
		}],
		[0, {
			[_eQN]: `HttpProtocolIpv6`,
			[_xN$1]: _hPI
		}],
		[0, {
			[_eQN]: `InstanceMetadataTags`,
			[_xN$1]: _iMT
		}]
	]
];
var InstanceNetworkInterface$ = [
	3,
	n0$1,
	_INI,
	0,
	[
		_Ass,
		_Att,
		_De,
		_G,
		_IA,
		_MAa,
		_NII,
		_OI,
		_PDN,
		_PIAr,
		_PIAri,
		_SDC,
		_Sta,
		_SIu,
		_VI,
		_ITnt,
		_IPpvr,
		_IPp,
		_CTC,
		_Op
	],
	[
		[() => InstanceNetworkInterfaceAssociation$, {
			[_eQN]: `Association`,
			[_xN$1]: _ass
		}],
		[() => InstanceNetworkInterfaceAttachment$, {
			[_eQN]: `Attachment`,
			[_xN$1]: _at
		}],
		[0, {
			[_eQN]: `Description`,
			[_xN$1]: _de
		}],
		[() => GroupIdentifierList, {
			[_eQN]: `GroupSet`,
			[_xN$1]: _gSr
		}],
		[() => InstanceIpv6AddressList, {
			[_eQN]: `Ipv6AddressesSet`,
			[_xN$1]: _iASp
		}],
		[0, {
			[_eQN]: `MacAddress`,
			[_xN$1]: _mAa
		}],
		[0, {
			[_eQN]: `NetworkInterfaceId`,
			[_xN$1]: _nII
		}],
		[0, {
			[_eQN]: `OwnerId`,
			[_xN$1]: _oI
		}],
		[0, {
			[_eQN]: `PrivateDnsName`,
			[_xN$1]: _pDNr
		}],
		[0, {
			[_eQN]: `PrivateIpAddress`,
			[_xN$1]: _pIAr
		}],
		[() => InstancePrivateIpAddressList, {
			[_eQN]: `PrivateIpAddressesSet`,
			[_xN$1]: _pIAS
		}],
		[2, {
			[_eQN]: `SourceDestCheck`,
			[_xN$1]: _sDC
		}],
		[0, {
			[_eQN]: `Status`,
			[_xN$1]: _sta
		}],
		[0, {
			[_eQN]: `SubnetId`,
			[_xN$1]: _sIu
		}],
		[0, {
			[_eQN]: `VpcId`,
			[_xN$1]: _vI
		}],
		[0, {
			[_eQN]: `InterfaceType`,
			[_xN$1]: _iTnt
		}],
		[() => InstanceIpv4PrefixList, {
			[_eQN]: `Ipv4PrefixSet`,
			[_xN$1]: _iPSpvr
		}],
		[() => InstanceIpv6PrefixList, {
			[_eQN]: `Ipv6PrefixSet`,
			[_xN$1]: _iPSpvre
		}],
		[() => ConnectionTrackingSpecificationResponse$, {
			[_eQN]: `ConnectionTrackingConfiguration`,
			[_xN$1]: _cTC
		}],
		[() => OperatorResponse$, {
			[_eQN]: `Operator`,
			[_xN$1]: _ope
		}]
	]
];
var InstanceNetworkInterfaceAssociation$ = [
	3,
	n0$1,
	_INIA,
	0,
	[
		_CI,
		_COI,
		_IOI,
		_PDNub,
		_PI
	],
	[
		[0, {
			[_eQN]: `CarrierIp`,
			[_xN$1]: _cI
		}],
		[0, {
			[_eQN]: `CustomerOwnedIp`,
			[_xN$1]: _cOI
		}],
		[0, {
			[_eQN]: `IpOwnerId`,
			[_xN$1]: _iOIp
		}],
		[0, {
			[_eQN]: `PublicDnsName`,
			[_xN$1]: _pDNu
		}],
		[0, {
			[_eQN]: `PublicIp`,
			[_xN$1]: _pI
		}]
	]
];
var InstanceNetworkInterfaceAttachment$ = [
	3,
	n0$1,
	_INIAn,
	0,
	[
		_ATtt,
		_AItt,
		_DOT$1,
		_DI,
		_Sta,
		_NCI,
		_ESS,
		_EQC
	],
	[
		[4, {
			[_eQN]: `AttachTime`,
			[_xN$1]: _aTt
		}],
		[0, {
			[_eQN]: `AttachmentId`,
			[_xN$1]: _aIt
		}],
		[2, {
			[_eQN]: `DeleteOnTermination`,
			[_xN$1]: _dOT
		}],
		[1, {
			[_eQN]: `DeviceIndex`,
			[_xN$1]: _dI
		}],
		[0, {
			[_eQN]: `Status`,
			[_xN$1]: _sta
		}],
		[1, {
			[_eQN]: `NetworkCardIndex`,
			[_xN$1]: _nCI
		}],
		[() => InstanceAttachmentEnaSrdSpecification$, {
			[_eQN]: `EnaSrdSpecification`,
			[_xN$1]: _eSS
		}],
		[1, {
			[_eQN]: `EnaQueueCount`,
			[_xN$1]: _eQC
		}]
	]
];
var InstanceNetworkPerformanceOptions$ = [
	3,
	n0$1,
	_INPO,
	0,
	[_BW],
	[[0, {
		[_eQN]: `BandwidthWeighting`,
		[_xN$1]: _bW
	}]]
];
var InstancePrivateIpAddress$ = [
	3,
	n0$1,
	_IPIA,
	0,
	[
		_Ass,
		_Prim,
		_PDN,
		_PIAr
	],
	[
		[() => InstanceNetworkInterfaceAssociation$, {
			[_eQN]: `Association`,
			[_xN$1]: _ass
		}],
		[2, {
			[_eQN]: `Primary`,
			[_xN$1]: _prim
		}],
		[0, {
			[_eQN]: `PrivateDnsName`,
			[_xN$1]: _pDNr
		}],
		[0, {
			[_eQN]: `PrivateIpAddress`,
			[_xN$1]: _pIAr
		}]
	]
];
var InstanceRequirements$$1 = [
	3,
	n0$1,
	_IR,
	0,
	[
		_VCC$1,
		_MMB$1,
		_CM$1,
		_MGBPVC$1,
		_EITxc,
		_IGns,
		_SMPPOLP$1,
		_ODMPPOLP$1,
		_BMa,
		_BP$1,
		_RHS$1,
		_NIC$1,
		_LSo$1,
		_LST$1,
		_TLSGB$1,
		_BEBM$1,
		_ATc,
		_AC$1,
		_AMc,
		_ANcc,
		_ATMMB$1,
		_NBGe,
		_AIT$1,
		_MSPAPOOODP$1,
		_BPF$1,
		_REIT
	],
	[
		[() => VCpuCountRange$, {
			[_eQN]: `VCpuCount`,
			[_xN$1]: _vCC
		}],
		[() => MemoryMiB$, {
			[_eQN]: `MemoryMiB`,
			[_xN$1]: _mMB
		}],
		[() => CpuManufacturerSet, {
			[_eQN]: `CpuManufacturerSet`,
			[_xN$1]: _cMSp
		}],
		[() => MemoryGiBPerVCpu$, {
			[_eQN]: `MemoryGiBPerVCpu`,
			[_xN$1]: _mGBPVC
		}],
		[() => ExcludedInstanceTypeSet, {
			[_eQN]: `ExcludedInstanceTypeSet`,
			[_xN$1]: _eITSx
		}],
		[() => InstanceGenerationSet, {
			[_eQN]: `InstanceGenerationSet`,
			[_xN$1]: _iGSn
		}],
		[1, {
			[_eQN]: `SpotMaxPricePercentageOverLowestPrice`,
			[_xN$1]: _sMPPOLP
		}],
		[1, {
			[_eQN]: `OnDemandMaxPricePercentageOverLowestPrice`,
			[_xN$1]: _oDMPPOLP
		}],
		[0, {
			[_eQN]: `BareMetal`,
			[_xN$1]: _bMa
		}],
		[0, {
			[_eQN]: `BurstablePerformance`,
			[_xN$1]: _bP
		}],
		[2, {
			[_eQN]: `RequireHibernateSupport`,
			[_xN$1]: _rHS
		}],
		[() => NetworkInterfaceCount$, {
			[_eQN]: `NetworkInterfaceCount`,
			[_xN$1]: _nIC
		}],
		[0, {
			[_eQN]: `LocalStorage`,
			[_xN$1]: _lSo
		}],
		[() => LocalStorageTypeSet, {
			[_eQN]: `LocalStorageTypeSet`,
			[_xN$1]: _lSTS
		}],
		[() => TotalLocalStorageGB$, {
			[_eQN]: `TotalLocalStorageGB`,
			[_xN$1]: _tLSGB
		}],
		[() => BaselineEbsBandwidthMbps$, {
			[_eQN]: `BaselineEbsBandwidthMbps`,
			[_xN$1]: _bEBM
		}],
		[() => AcceleratorTypeSet, {
			[_eQN]: `AcceleratorTypeSet`,
			[_xN$1]: _aTSc
		}],
		[() => AcceleratorCount$, {
			[_eQN]: `AcceleratorCount`,
			[_xN$1]: _aCc
		}],
		[() => AcceleratorManufacturerSet, {
			[_eQN]: `AcceleratorManufacturerSet`,
			[_xN$1]: _aMS
		}],
		[() => AcceleratorNameSet, {
			[_eQN]: `AcceleratorNameSet`,
			[_xN$1]: _aNS
		}],
		[() => AcceleratorTotalMemoryMiB$, {
			[_eQN]: `AcceleratorTotalMemoryMiB`,
			[_xN$1]: _aTMMB
		}],
		[() => NetworkBandwidthGbps$, {
			[_eQN]: `NetworkBandwidthGbps`,
			[_xN$1]: _nBGe
		}],
		[() => AllowedInstanceTypeSet, {
			[_eQN]: `AllowedInstanceTypeSet`,
			[_xN$1]: _aITS
		}],
		[1, {
			[_eQN]: `MaxSpotPriceAsPercentageOfOptimalOnDemandPrice`,
			[_xN$1]: _mSPAPOOODP
		}],
		[() => BaselinePerformanceFactors$, {
			[_eQN]: `BaselinePerformanceFactors`,
			[_xN$1]: _bPF
		}],
		[2, {
			[_eQN]: `RequireEncryptionInTransit`,
			[_xN$1]: _rEIT
		}]
	]
];
var InstanceSecondaryInterface$ = [
	3,
	n0$1,
	_ISIn,
	0,
	[
		_Att,
		_MAa,
		_SIIec,
		_OI,
		_PIAri,
		_SDC,
		_Sta,
		_SSIe,
		_SNI,
		_ITnt
	],
	[
		[() => InstanceSecondaryInterfaceAttachment$, {
			[_eQN]: `Attachment`,
			[_xN$1]: _at
		}],
		[0, {
			[_eQN]: `MacAddress`,
			[_xN$1]: _mAa
		}],
		[0, {
			[_eQN]: `SecondaryInterfaceId`,
			[_xN$1]: _sIIe
		}],
		[0, {
			[_eQN]: `OwnerId`,
			[_xN$1]: _oI
		}],
		[() => InstanceSecondaryInterfacePrivateIpAddressList, {
			[_eQN]: `PrivateIpAddressSet`,
			[_xN$1]: _pIASr
		}],
		[2, {
			[_eQN]: `SourceDestCheck`,
			[_xN$1]: _sDC
		}],
		[0, {
			[_eQN]: `Status`,
			[_xN$1]: _sta
		}],
		[0, {
			[_eQN]: `SecondarySubnetId`,
			[_xN$1]: _sSI
		}],
		[0, {
			[_eQN]: `SecondaryNetworkId`,
			[_xN$1]: _sNI
		}],
		[0, {
			[_eQN]: `InterfaceType`,
			[_xN$1]: _iTnt
		}]
	]
];
var InstanceSecondaryInterfaceAttachment$ = [
	3,
	n0$1,
	_ISIA,
	0,
	[
		_ATtt,
		_AItt,
		_DOT$1,
		_DI,
		_Sta,
		_NCI
	],
	[
		[4, {
			[_eQN]: `AttachTime`,
			[_xN$1]: _aTt
		}],
		[0, {
			[_eQN]: `AttachmentId`,
			[_xN$1]: _aIt
		}],
		[2, {
			[_eQN]: `DeleteOnTermination`,
			[_xN$1]: _dOT
		}],
		[1, {
			[_eQN]: `DeviceIndex`,
			[_xN$1]: _dI
		}],
		[0, {
			[_eQN]: `Status`,
			[_xN$1]: _sta
		}],
		[1, {
			[_eQN]: `NetworkCardIndex`,
			[_xN$1]: _nCI
		}]
	]
];
var InstanceSecondaryInterfacePrivateIpAddress$ = [
	3,
	n0$1,
	_ISIPIA,
	0,
	[_PIAr],
	[[0, {
		[_eQN]: `PrivateIpAddress`,
		[_xN$1]: _pIAr
	}]]
];
var InstanceState$ = [
	3,
	n0$1,
	_ISnsta,
	0,
	[_Co$1, _N$1],
	[[1, {
		[_eQN]: `Code`,
		[_xN$1]: _co
	}], [0, {
		[_eQN]: `Name`,
		[_xN$1]: _n
	}]]
];
var Ipv4PrefixSpecificationResponse$ = [
	3,
	n0$1,
	_IPSRpv,
	0,
	[_IPpvre],
	[[0, {
		[_eQN]: `Ipv4Prefix`,
		[_xN$1]: _iPpv
	}]]
];
var Ipv6PrefixSpecificationResponse$ = [
	3,
	n0$1,
	_IPSRpvre,
	0,
	[_IPpv],
	[[0, {
		[_eQN]: `Ipv6Prefix`,
		[_xN$1]: _iPpvr
	}]]
];
var LaunchTemplateBlockDeviceMapping$ = [
	3,
	n0$1,
	_LTBDM,
	0,
	[
		_DN$1,
		_VN$1,
		_Eb,
		_ND$1
	],
	[
		[0, {
			[_eQN]: `DeviceName`,
			[_xN$1]: _dN
		}],
		[0, {
			[_eQN]: `VirtualName`,
			[_xN$1]: _vN
		}],
		[() => LaunchTemplateEbsBlockDevice$, {
			[_eQN]: `Ebs`,
			[_xN$1]: _eb
		}],
		[0, {
			[_eQN]: `NoDevice`,
			[_xN$1]: _nD
		}]
	]
];
var LaunchTemplateCapacityReservationSpecificationResponse$ = [
	3,
	n0$1,
	_LTCRSRa,
	0,
	[_CRP$1, _CRT$1],
	[[0, {
		[_eQN]: `CapacityReservationPreference`,
		[_xN$1]: _cRP
	}], [() => CapacityReservationTargetResponse$, {
		[_eQN]: `CapacityReservationTarget`,
		[_xN$1]: _cRT
	}]]
];
var LaunchTemplateCpuOptions$ = [
	3,
	n0$1,
	_LTCO,
	0,
	[
		_CCor,
		_TPC,
		_ASSm,
		_NV
	],
	[
		[1, {
			[_eQN]: `CoreCount`,
			[_xN$1]: _cCo
		}],
		[1, {
			[_eQN]: `ThreadsPerCore`,
			[_xN$1]: _tPC
		}],
		[0, {
			[_eQN]: `AmdSevSnp`,
			[_xN$1]: _aSS
		}],
		[0, {
			[_eQN]: `NestedVirtualization`,
			[_xN$1]: _nV
		}]
	]
];
var LaunchTemplateEbsBlockDevice$ = [
	3,
	n0$1,
	_LTEBD,
	0,
	[
		_Enc,
		_DOT$1,
		_Io$1,
		_KKI,
		_SIn,
		_VSo,
		_VT$1,
		_Th$1,
		_VIR,
		_ECI
	],
	[
		[2, {
			[_eQN]: `Encrypted`,
			[_xN$1]: _enc
		}],
		[2, {
			[_eQN]: `DeleteOnTermination`,
			[_xN$1]: _dOT
		}],
		[1, {
			[_eQN]: `Iops`,
			[_xN$1]: _io
		}],
		[0, {
			[_eQN]: `KmsKeyId`,
			[_xN$1]: _kKI
		}],
		[0, {
			[_eQN]: `SnapshotId`,
			[_xN$1]: _sIn
		}],
		[1, {
			[_eQN]: `VolumeSize`,
			[_xN$1]: _vSo
		}],
		[0, {
			[_eQN]: `VolumeType`,
			[_xN$1]: _vT
		}],
		[1, {
			[_eQN]: `Throughput`,
			[_xN$1]: _th
		}],
		[1, {
			[_eQN]: `VolumeInitializationRate`,
			[_xN$1]: _vIR
		}],
		[1, {
			[_eQN]: `EbsCardIndex`,
			[_xN$1]: _eCI
		}]
	]
];
var LaunchTemplateElasticInferenceAcceleratorResponse$ = [
	3,
	n0$1,
	_LTEIAR,
	0,
	[_Ty$1, _Cou],
	[[0, {
		[_eQN]: `Type`,
		[_xN$1]: _ty
	}], [1, {
		[_eQN]: `Count`,
		[_xN$1]: _cou
	}]]
];
var LaunchTemplateEnaSrdSpecification$ = [
	3,
	n0$1,
	_LTESS,
	0,
	[_ESE, _ESUS],
	[[2, {
		[_eQN]: `EnaSrdEnabled`,
		[_xN$1]: _eSE
	}], [() => LaunchTemplateEnaSrdUdpSpecification$, {
		[_eQN]: `EnaSrdUdpSpecification`,
		[_xN$1]: _eSUS
	}]]
];
var LaunchTemplateEnaSrdUdpSpecification$ = [
	3,
	n0$1,
	_LTESUS,
	0,
	[_ESUE],
	[[2, {
		[_eQN]: `EnaSrdUdpEnabled`,
		[_xN$1]: _eSUE
	}]]
];
var LaunchTemplateEnclaveOptions$ = [
	3,
	n0$1,
	_LTEO,
	0,
	[_En$1],
	[[2, {
		[_eQN]: `Enabled`,
		[_xN$1]: _en
	}]]
];
var LaunchTemplateHibernationOptions$ = [
	3,
	n0$1,
	_LTHO,
	0,
	[_Conf],
	[[2, {
		[_eQN]: `Configured`,
		[_xN$1]: _conf
	}]]
];
var LaunchTemplateIamInstanceProfileSpecification$ = [
	3,
	n0$1,
	_LTIIPS,
	0,
	[_Ar, _N$1],
	[[0, {
		[_eQN]: `Arn`,
		[_xN$1]: _ar
	}], [0, {
		[_eQN]: `Name`,
		[_xN$1]: _n
	}]]
];
var LaunchTemplateInstanceMaintenanceOptions$ = [
	3,
	n0$1,
	_LTIMO,
	0,
	[_ARuto],
	[[0, {
		[_eQN]: `AutoRecovery`,
		[_xN$1]: _aRut
	}]]
];
var LaunchTemplateInstanceMarketOptions$ = [
	3,
	n0$1,
	_LTIMOa,
	0,
	[_MTa, _SO],
	[[0, {
		[_eQN]: `MarketType`,
		[_xN$1]: _mTa
	}], [() => LaunchTemplateSpotMarketOptions$, {
		[_eQN]: `SpotOptions`,
		[_xN$1]: _sO
	}]]
];
var LaunchTemplateInstanceMetadataOptions$ = [
	3,
	n0$1,
	_LTIMOau,
	0,
	[
		_St,
		_HT$1,
		_HPRHL$1,
		_HE$1,
		_HPI,
		_IMT
	],
	[
		[0, {
			[_eQN]: `State`,
			[_xN$1]: _st
		}],
		[0, {
			[_eQN]: `HttpTokens`,
			[_xN$1]: _hT
		}],
		[1, {
			[_eQN]: `HttpPutResponseHopLimit`,
			[_xN$1]: _hPRHL
		}],
		[0, {
			[_eQN]: `HttpEndpoint`,
			[_xN$1]: _hE$1
		}],
		[0, {
			[_eQN]: `HttpProtocolIpv6`,
			[_xN$1]: _hPI
		}],
		[0, {
			[_eQN]: `InstanceMetadataTags`,
			[_xN$1]: _iMT
		}]
	]
];
var LaunchTemplateInstanceNetworkInterfaceSpecification$ = [
	3,
	n0$1,
	_LTINIS,
	0,
	[
		_ACIA,
		_APIAss,
		_DOT$1,
		_De,
		_DI,
		_G,
		_ITnt,
		_IAC,
		_IA,
		_NII,
		_PIAr,
		_PIAri,
		_SPIAC,
		_SIu,
		_NCI,
		_IPpvr,
		_IPCp,
		_IPp,
		_IPC,
		_PIr,
		_ESS,
		_CTS,
		_EQC
	],
	[
		[2, {
			[_eQN]: `AssociateCarrierIpAddress`,
			[_xN$1]: _aCIA
		}],
		[2, {
			[_eQN]: `AssociatePublicIpAddress`,
			[_xN$1]: _aPIA
		}],
		[2, {
			[_eQN]: `DeleteOnTermination`,
			[_xN$1]: _dOT
		}],
		[0, {
			[_eQN]: `Description`,
			[_xN$1]: _de
		}],
		[1, {
			[_eQN]: `DeviceIndex`,
			[_xN$1]: _dI
		}],
		[() => GroupIdStringList, {
			[_eQN]: `GroupSet`,
			[_xN$1]: _gSr
		}],
		[0, {
			[_eQN]: `InterfaceType`,
			[_xN$1]: _iTnt
		}],
		[1, {
			[_eQN]: `Ipv6AddressCount`,
			[_xN$1]: _iAC
		}],
		[() => InstanceIpv6AddressList, {
			[_eQN]: `Ipv6AddressesSet`,
			[_xN$1]: _iASp
		}],
		[0, {
			[_eQN]: `NetworkInterfaceId`,
			[_xN$1]: _nII
		}],
		[0, {
			[_eQN]: `PrivateIpAddress`,
			[_xN$1]: _pIAr
		}],
		[() => PrivateIpAddressSpecificationList, {
			[_eQN]: `PrivateIpAddressesSet`,
			[_xN$1]: _pIAS
		}],
		[1, {
			[_eQN]: `SecondaryPrivateIpAddressCount`,
			[_xN$1]: _sPIAC
		}],
		[0, {
			[_eQN]: `SubnetId`,
			[_xN$1]: _sIu
		}],
		[1, {
			[_eQN]: `NetworkCardIndex`,
			[_xN$1]: _nCI
		}],
		[() => Ipv4PrefixListResponse, {
			[_eQN]: `Ipv4PrefixSet`,
			[_xN$1]: _iPSpvr
		}],
		[1, {
			[_eQN]: `Ipv4PrefixCount`,
			[_xN$1]: _iPCp
		}],
		[() => Ipv6PrefixListResponse, {
			[_eQN]: `Ipv6PrefixSet`,
			[_xN$1]: _iPSpvre
		}],
		[1, {
			[_eQN]: `Ipv6PrefixCount`,
			[_xN$1]: _iPCpv
		}],
		[2, {
			[_eQN]: `PrimaryIpv6`,
			[_xN$1]: _pIri
		}],
		[() => LaunchTemplateEnaSrdSpecification$, {
			[_eQN]: `EnaSrdSpecification`,
			[_xN$1]: _eSS
		}],
		[() => ConnectionTrackingSpecification$, {
			[_eQN]: `ConnectionTrackingSpecification`,
			[_xN$1]: _cTSo
		}],
		[1, {
			[_eQN]: `EnaQueueCount`,
			[_xN$1]: _eQC
		}]
	]
];
var LaunchTemplateInstanceSecondaryInterfaceSpecification$ = [
	3,
	n0$1,
	_LTISIS,
	0,
	[
		_DOT$1,
		_DI,
		_PIAri,
		_PIAC,
		_SSIe,
		_ITnt,
		_NCI
	],
	[
		[2, {
			[_eQN]: `DeleteOnTermination`,
			[_xN$1]: _dOT
		}],
		[1, {
			[_eQN]: `DeviceIndex`,
			[_xN$1]: _dI
		}],
		[() => SecondaryInterfacePrivateIpAddressSpecificationList, {
			[_eQN]: `PrivateIpAddressesSet`,
			[_xN$1]: _pIAS
		}],
		[1, {
			[_eQN]: `PrivateIpAddressCount`,
			[_xN$1]: _pIAC
		}],
		[0, {
			[_eQN]: `SecondarySubnetId`,
			[_xN$1]: _sSI
		}],
		[0, {
			[_eQN]: `InterfaceType`,
			[_xN$1]: _iTnt
		}],
		[1, {
			[_eQN]: `NetworkCardIndex`,
			[_xN$1]: _nCI
		}]
	]
];
var LaunchTemplateLicenseConfiguration$ = [
	3,
	n0$1,
	_LTLC,
	0,
	[_LCA],
	[[0, {
		[_eQN]: `LicenseConfigurationArn`,
		[_xN$1]: _lCA
	}]]
];
var LaunchTemplateNetworkPerformanceOptions$ = [
	3,
	n0$1,
	_LTNPO,
	0,
	[_BW],
	[[0, {
		[_eQN]: `BandwidthWeighting`,
		[_xN$1]: _bW
	}]]
];
var LaunchTemplatePlacement$ = [
	3,
	n0$1,
	_LTP,
	0,
	[
		_AZ$1,
		_AZI$1,
		_Af,
		_GN,
		_HIo,
		_Te,
		_SDp,
		_HRGA,
		_PN,
		_GIr
	],
	[
		[0, {
			[_eQN]: `AvailabilityZone`,
			[_xN$1]: _aZ
		}],
		[0, {
			[_eQN]: `AvailabilityZoneId`,
			[_xN$1]: _aZI
		}],
		[0, {
			[_eQN]: `Affinity`,
			[_xN$1]: _af
		}],
		[0, {
			[_eQN]: `GroupName`,
			[_xN$1]: _gN
		}],
		[0, {
			[_eQN]: `HostId`,
			[_xN$1]: _hI
		}],
		[0, {
			[_eQN]: `Tenancy`,
			[_xN$1]: _te
		}],
		[0, {
			[_eQN]: `SpreadDomain`,
			[_xN$1]: _sDp
		}],
		[0, {
			[_eQN]: `HostResourceGroupArn`,
			[_xN$1]: _hRGA
		}],
		[1, {
			[_eQN]: `PartitionNumber`,
			[_xN$1]: _pN
		}],
		[0, {
			[_eQN]: `GroupId`,
			[_xN$1]: _gIr
		}]
	]
];
var LaunchTemplatePrivateDnsNameOptions$ = [
	3,
	n0$1,
	_LTPDNO,
	0,
	[
		_HTo,
		_ERNDAR,
		_ERNDAAAAR
	],
	[
		[0, {
			[_eQN]: `HostnameType`,
			[_xN$1]: _hTo
		}],
		[2, {
			[_eQN]: `EnableResourceNameDnsARecord`,
			[_xN$1]: _eRNDAR
		}],
		[2, {
			[_eQN]: `EnableResourceNameDnsAAAARecord`,
			[_xN$1]: _eRNDAAAAR
		}]
	]
];
var LaunchTemplatesMonitoring$ = [
	3,
	n0$1,
	_LTM,
	0,
	[_En$1, _MCIe],
	[[2, {
		[_eQN]: `Enabled`,
		[_xN$1]: _en
	}], [() => MetricCategoryIdList, {
		[_eQN]: `MetricCategoryIdSet`,
		[_xN$1]: _mCIS
	}]]
];
var LaunchTemplateSpotMarketOptions$ = [
	3,
	n0$1,
	_LTSMO,
	0,
	[
		_MPax,
		_SITp,
		_BDMlo,
		_VU,
		_IIB
	],
	[
		[0, {
			[_eQN]: `MaxPrice`,
			[_xN$1]: _mP
		}],
		[0, {
			[_eQN]: `SpotInstanceType`,
			[_xN$1]: _sIT
		}],
		[1, {
			[_eQN]: `BlockDurationMinutes`,
			[_xN$1]: _bDMl
		}],
		[4, {
			[_eQN]: `ValidUntil`,
			[_xN$1]: _vU
		}],
		[0, {
			[_eQN]: `InstanceInterruptionBehavior`,
			[_xN$1]: _iIB
		}]
	]
];
var LaunchTemplateTagSpecification$ = [
	3,
	n0$1,
	_LTTS,
	0,
	[_RTe$1, _T$1],
	[[0, {
		[_eQN]: `ResourceType`,
		[_xN$1]: _rTe
	}], [() => TagList, {
		[_eQN]: `TagSet`,
		[_xN$1]: _tS
	}]]
];
var LaunchTemplateVersion$ = [
	3,
	n0$1,
	_LTV,
	0,
	[
		_LTI$1,
		_LTN$1,
		_VNe,
		_VD,
		_CTre,
		_CBr,
		_DVef,
		_LTD,
		_Op
	],
	[
		[0, {
			[_eQN]: `LaunchTemplateId`,
			[_xN$1]: _lTI
		}],
		[0, {
			[_eQN]: `LaunchTemplateName`,
			[_xN$1]: _lTN
		}],
		[1, {
			[_eQN]: `VersionNumber`,
			[_xN$1]: _vNe
		}],
		[0, {
			[_eQN]: `VersionDescription`,
			[_xN$1]: _vD
		}],
		[4, {
			[_eQN]: `CreateTime`,
			[_xN$1]: _cTre
		}],
		[0, {
			[_eQN]: `CreatedBy`,
			[_xN$1]: _cBr
		}],
		[2, {
			[_eQN]: `DefaultVersion`,
			[_xN$1]: _dVef
		}],
		[() => ResponseLaunchTemplateData$, {
			[_eQN]: `LaunchTemplateData`,
			[_xN$1]: _lTD
		}],
		[() => OperatorResponse$, {
			[_eQN]: `Operator`,
			[_xN$1]: _ope
		}]
	]
];
var LicenseConfiguration$ = [
	3,
	n0$1,
	_LCi,
	0,
	[_LCA],
	[[0, {
		[_eQN]: `LicenseConfigurationArn`,
		[_xN$1]: _lCA
	}]]
];
var MemoryGiBPerVCpu$ = [
	3,
	n0$1,
	_MGBPVC$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var MemoryMiB$ = [
	3,
	n0$1,
	_MMB$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var Monitoring$ = [
	3,
	n0$1,
	_Mon,
	0,
	[_MCIe, _St],
	[[() => MetricCategoryIdList, {
		[_eQN]: `MetricCategoryIdSet`,
		[_xN$1]: _mCIS
	}], [0, {
		[_eQN]: `State`,
		[_xN$1]: _st
	}]]
];
var NetworkBandwidthGbps$ = [
	3,
	n0$1,
	_NBGe,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var NetworkInterfaceCount$ = [
	3,
	n0$1,
	_NIC$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var OperatorResponse$ = [
	3,
	n0$1,
	_ORper,
	0,
	[
		_Mana,
		_P,
		_HBD
	],
	[
		[2, {
			[_eQN]: `Managed`,
			[_xN$1]: _mana
		}],
		[0, {
			[_eQN]: `Principal`,
			[_xN$1]: _p
		}],
		[2, {
			[_eQN]: `HiddenByDefault`,
			[_xN$1]: _hBD
		}]
	]
];
var PerformanceFactorReference$ = [
	3,
	n0$1,
	_PFR,
	0,
	[_IF$1],
	[[0, {
		[_eQN]: `InstanceFamily`,
		[_xN$1]: _iF
	}]]
];
var Placement$ = [
	3,
	n0$1,
	_Pla,
	0,
	[
		_AZI$1,
		_Af,
		_GN,
		_PN,
		_HIo,
		_Te,
		_SDp,
		_HRGA,
		_GIr,
		_AZ$1
	],
	[
		[0, {
			[_eQN]: `AvailabilityZoneId`,
			[_xN$1]: _aZI
		}],
		[0, {
			[_eQN]: `Affinity`,
			[_xN$1]: _af
		}],
		[0, {
			[_eQN]: `GroupName`,
			[_xN$1]: _gN
		}],
		[1, {
			[_eQN]: `PartitionNumber`,
			[_xN$1]: _pN
		}],
		[0, {
			[_eQN]: `HostId`,
			[_xN$1]: _hI
		}],
		[0, {
			[_eQN]: `Tenancy`,
			[_xN$1]: _te
		}],
		[0, {
			[_eQN]: `SpreadDomain`,
			[_xN$1]: _sDp
		}],
		[0, {
			[_eQN]: `HostResourceGroupArn`,
			[_xN$1]: _hRGA
		}],
		[0, {
			[_eQN]: `GroupId`,
			[_xN$1]: _gIr
		}],
		[0, {
			[_eQN]: `AvailabilityZone`,
			[_xN$1]: _aZ
		}]
	]
];
var PrivateDnsNameOptionsResponse$ = [
	3,
	n0$1,
	_PDNORr,
	0,
	[
		_HTo,
		_ERNDAR,
		_ERNDAAAAR
	],
	[
		[0, {
			[_eQN]: `HostnameType`,
			[_xN$1]: _hTo
		}],
		[2, {
			[_eQN]: `EnableResourceNameDnsARecord`,
			[_xN$1]: _eRNDAR
		}],
		[2, {
			[_eQN]: `EnableResourceNameDnsAAAARecord`,
			[_xN$1]: _eRNDAAAAR
		}]
	]
];
var PrivateIpAddressSpecification$ = [
	3,
	n0$1,
	_PIAS,
	0,
	[_Prim, _PIAr],
	[[2, {
		[_eQN]: `Primary`,
		[_xN$1]: _prim
	}], [0, {
		[_eQN]: `PrivateIpAddress`,
		[_xN$1]: _pIAr
	}]]
];
var ProductCode$ = [
	3,
	n0$1,
	_PCr,
	0,
	[_PCIr, _PCT],
	[[0, {
		[_eQN]: `ProductCode`,
		[_xN$1]: _pCr
	}], [0, {
		[_eQN]: `Type`,
		[_xN$1]: _ty
	}]]
];
var Reservation$ = [
	3,
	n0$1,
	_Reser,
	0,
	[
		_RIe$1,
		_OI,
		_RIeq,
		_G,
		_Ins
	],
	[
		[0, {
			[_eQN]: `ReservationId`,
			[_xN$1]: _rI
		}],
		[0, {
			[_eQN]: `OwnerId`,
			[_xN$1]: _oI
		}],
		[0, {
			[_eQN]: `RequesterId`,
			[_xN$1]: _rIeq
		}],
		[() => GroupIdentifierList, {
			[_eQN]: `GroupSet`,
			[_xN$1]: _gSr
		}],
		[() => InstanceList, {
			[_eQN]: `InstancesSet`,
			[_xN$1]: _iSns
		}]
	]
];
var ResponseLaunchTemplateData$ = [
	3,
	n0$1,
	_RLTDe,
	0,
	[
		_KI$1,
		_EO$1,
		_IIP$1,
		_BDMl$1,
		_NIet,
		_IIm$1,
		_IT$1,
		_KN$1,
		_Mon,
		_Pla,
		_RDI,
		_DAT,
		_IISB,
		_UDs,
		_TS$1,
		_EGSlas,
		_EIAl,
		_SGIe,
		_SGe,
		_IMOns,
		_CSr,
		_CO,
		_CRSa,
		_LSi,
		_HO,
		_MO$1,
		_EOn,
		_IR,
		_PDNO,
		_MOa,
		_DASi,
		_Op,
		_NPO,
		_SIec
	],
	[
		[0, {
			[_eQN]: `KernelId`,
			[_xN$1]: _kI
		}],
		[2, {
			[_eQN]: `EbsOptimized`,
			[_xN$1]: _eO
		}],
		[() => LaunchTemplateIamInstanceProfileSpecification$, {
			[_eQN]: `IamInstanceProfile`,
			[_xN$1]: _iIP
		}],
		[() => LaunchTemplateBlockDeviceMappingList, {
			[_eQN]: `BlockDeviceMappingSet`,
			[_xN$1]: _bDMS
		}],
		[() => LaunchTemplateInstanceNetworkInterfaceSpecificationList, {
			[_eQN]: `NetworkInterfaceSet`,
			[_xN$1]: _nIS
		}],
		[0, {
			[_eQN]: `ImageId`,
			[_xN$1]: _iIma
		}],
		[0, {
			[_eQN]: `InstanceType`,
			[_xN$1]: _iT
		}],
		[0, {
			[_eQN]: `KeyName`,
			[_xN$1]: _kN
		}],
		[() => LaunchTemplatesMonitoring$, {
			[_eQN]: `Monitoring`,
			[_xN$1]: _mon
		}],
		[() => LaunchTemplatePlacement$, {
			[_eQN]: `Placement`,
			[_xN$1]: _pla
		}],
		[0, {
			[_eQN]: `RamDiskId`,
			[_xN$1]: _rDI
		}],
		[2, {
			[_eQN]: `DisableApiTermination`,
			[_xN$1]: _dAT
		}],
		[0, {
			[_eQN]: `InstanceInitiatedShutdownBehavior`,
			[_xN$1]: _iISB
		}],
		[() => SensitiveUserData, {
			[_eQN]: `UserData`,
			[_xN$1]: _uDs
		}],
		[() => LaunchTemplateTagSpecificationList, {
			[_eQN]: `TagSpecificationSet`,
			[_xN$1]: _tSS
		}],
		[() => ElasticGpuSpecificationResponseList, {
			[_eQN]: `ElasticGpuSpecificationSet`,
			[_xN$1]: _eGSS
		}],
		[() => LaunchTemplateElasticInferenceAcceleratorResponseList, {
			[_eQN]: `ElasticInferenceAcceleratorSet`,
			[_xN$1]: _eIAS
		}],
		[() => ValueStringList, {
			[_eQN]: `SecurityGroupIdSet`,
			[_xN$1]: _sGIS
		}],
		[() => ValueStringList, {
			[_eQN]: `SecurityGroupSet`,
			[_xN$1]: _sGSe
		}],
		[() => LaunchTemplateInstanceMarketOptions$, {
			[_eQN]: `InstanceMarketOptions`,
			[_xN$1]: _iMOn
		}],
		[() => CreditSpecification$, {
			[_eQN]: `CreditSpecification`,
			[_xN$1]: _cSr
		}],
		[() => LaunchTemplateCpuOptions$, {
			[_eQN]: `CpuOptions`,
			[_xN$1]: _cO
		}],
		[() => LaunchTemplateCapacityReservationSpecificationResponse$, {
			[_eQN]: `CapacityReservationSpecification`,
			[_xN$1]: _cRSa
		}],
		[() => LaunchTemplateLicenseList, {
			[_eQN]: `LicenseSet`,
			[_xN$1]: _lSic
		}],
		[() => LaunchTemplateHibernationOptions$, {
			[_eQN]: `HibernationOptions`,
			[_xN$1]: _hO
		}],
		[() => LaunchTemplateInstanceMetadataOptions$, {
			[_eQN]: `MetadataOptions`,
			[_xN$1]: _mO
		}],
		[() => LaunchTemplateEnclaveOptions$, {
			[_eQN]: `EnclaveOptions`,
			[_xN$1]: _eOn
		}],
		[() => InstanceRequirements$$1, {
			[_eQN]: `InstanceRequirements`,
			[_xN$1]: _iR
		}],
		[() => LaunchTemplatePrivateDnsNameOptions$, {
			[_eQN]: `PrivateDnsNameOptions`,
			[_xN$1]: _pDNO
		}],
		[() => LaunchTemplateInstanceMaintenanceOptions$, {
			[_eQN]: `MaintenanceOptions`,
			[_xN$1]: _mOa
		}],
		[2, {
			[_eQN]: `DisableApiStop`,
			[_xN$1]: _dASi
		}],
		[() => OperatorResponse$, {
			[_eQN]: `Operator`,
			[_xN$1]: _ope
		}],
		[() => LaunchTemplateNetworkPerformanceOptions$, {
			[_eQN]: `NetworkPerformanceOptions`,
			[_xN$1]: _nPO
		}],
		[() => LaunchTemplateInstanceSecondaryInterfaceSpecificationList, {
			[_eQN]: `SecondaryInterfaceSet`,
			[_xN$1]: _sISe
		}]
	]
];
var SecondaryInterfacePrivateIpAddressSpecification$ = [
	3,
	n0$1,
	_SIPIAS,
	0,
	[_PIAr],
	[[0, {
		[_eQN]: `PrivateIpAddress`,
		[_xN$1]: _pIAr
	}]]
];
var StateReason$ = [
	3,
	n0$1,
	_SRt,
	0,
	[_Co$1, _Me],
	[[0, {
		[_eQN]: `Code`,
		[_xN$1]: _co
	}], [0, {
		[_eQN]: `Message`,
		[_xN$1]: _me
	}]]
];
var Tag$ = [
	3,
	n0$1,
	_Ta,
	0,
	[_K$1, _V$1],
	[[0, {
		[_eQN]: `Key`,
		[_xN$1]: _k
	}], [0, {
		[_eQN]: `Value`,
		[_xN$1]: _v
	}]]
];
var TotalLocalStorageGB$ = [
	3,
	n0$1,
	_TLSGB$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var VCpuCountRange$ = [
	3,
	n0$1,
	_VCCR$1,
	0,
	[_M$1, _Ma$1],
	[[1, {
		[_eQN]: `Min`,
		[_xN$1]: _m$1
	}], [1, {
		[_eQN]: `Max`,
		[_xN$1]: _ma
	}]]
];
var AcceleratorManufacturerSet = [
	1,
	n0$1,
	_AMSc,
	0,
	[0, { [_xN$1]: _it }]
];
var AcceleratorNameSet = [
	1,
	n0$1,
	_ANSc,
	0,
	[0, { [_xN$1]: _it }]
];
var AcceleratorTypeSet = [
	1,
	n0$1,
	_ATSc,
	0,
	[0, { [_xN$1]: _it }]
];
var AllowedInstanceTypeSet = [
	1,
	n0$1,
	_AITS,
	0,
	[0, { [_xN$1]: _it }]
];
var CpuManufacturerSet = [
	1,
	n0$1,
	_CMSp,
	0,
	[0, { [_xN$1]: _it }]
];
var ElasticGpuAssociationList = [
	1,
	n0$1,
	_EGAL,
	0,
	[() => ElasticGpuAssociation$, { [_xN$1]: _it }]
];
var ElasticGpuSpecificationResponseList = [
	1,
	n0$1,
	_EGSRL,
	0,
	[() => ElasticGpuSpecificationResponse$, { [_xN$1]: _it }]
];
var ElasticInferenceAcceleratorAssociationList = [
	1,
	n0$1,
	_EIAAL,
	0,
	[() => ElasticInferenceAcceleratorAssociation$, { [_xN$1]: _it }]
];
var ExcludedInstanceTypeSet = [
	1,
	n0$1,
	_EITSx,
	0,
	[0, { [_xN$1]: _it }]
];
var FilterList = [
	1,
	n0$1,
	_FLi,
	0,
	[() => Filter$$1, { [_xN$1]: _Fil }]
];
var GroupIdentifierList = [
	1,
	n0$1,
	_GIL,
	0,
	[() => GroupIdentifier$, { [_xN$1]: _it }]
];
var GroupIdStringList = [
	1,
	n0$1,
	_GISL,
	0,
	[0, { [_xN$1]: _gIr }]
];
var InstanceBlockDeviceMappingList = [
	1,
	n0$1,
	_IBDML,
	0,
	[() => InstanceBlockDeviceMapping$, { [_xN$1]: _it }]
];
var InstanceGenerationSet = [
	1,
	n0$1,
	_IGS,
	0,
	[0, { [_xN$1]: _it }]
];
var InstanceIdStringList = [
	1,
	n0$1,
	_IISLn,
	0,
	[0, { [_xN$1]: _II }]
];
var InstanceIpv4PrefixList = [
	1,
	n0$1,
	_IIPL,
	0,
	[() => InstanceIpv4Prefix$, { [_xN$1]: _it }]
];
var InstanceIpv6AddressList = [
	1,
	n0$1,
	_IIAL,
	0,
	[() => InstanceIpv6Address$, { [_xN$1]: _it }]
];
var InstanceIpv6PrefixList = [
	1,
	n0$1,
	_IIPLn,
	0,
	[() => InstanceIpv6Prefix$, { [_xN$1]: _it }]
];
var InstanceList = [
	1,
	n0$1,
	_ILns,
	0,
	[() => Instance$$1, { [_xN$1]: _it }]
];
var InstanceNetworkInterfaceList = [
	1,
	n0$1,
	_INIL,
	0,
	[() => InstanceNetworkInterface$, { [_xN$1]: _it }]
];
var InstancePrivateIpAddressList = [
	1,
	n0$1,
	_IPIAL,
	0,
	[() => InstancePrivateIpAddress$, { [_xN$1]: _it }]
];
var InstanceSecondaryInterfaceList = [
	1,
	n0$1,
	_ISIL,
	0,
	[() => InstanceSecondaryInterface$, { [_xN$1]: _it }]
];
var InstanceSecondaryInterfacePrivateIpAddressList = [
	1,
	n0$1,
	_ISIPIAL,
	0,
	[() => InstanceSecondaryInterfacePrivateIpAddress$, { [_xN$1]: _it }]
];
var Ipv4PrefixListResponse = [
	1,
	n0$1,
	_IPLRpv,
	0,
	[() => Ipv4PrefixSpecificationResponse$, { [_xN$1]: _it }]
];
var Ipv6PrefixListResponse = [
	1,
	n0$1,
	_IPLRpvr,
	0,
	[() => Ipv6PrefixSpecificationResponse$, { [_xN$1]: _it }]
];
var LaunchTemplateBlockDeviceMappingList = [
	1,
	n0$1,
	_LTBDML,
	0,
	[() => LaunchTemplateBlockDeviceMapping$, { [_xN$1]: _it }]
];
var LaunchTemplateElasticInferenceAcceleratorResponseList = [
	1,
	n0$1,
	_LTEIARL,
	0,
	[() => LaunchTemplateElasticInferenceAcceleratorResponse$, { [_xN$1]: _it }]
];
var LaunchTemplateInstanceNetworkInterfaceSpecificationList = [
	1,
	n0$1,
	_LTINISL,
	0,
	[() => LaunchTemplateInstanceNetworkInterfaceSpecification$, { [_xN$1]: _it }]
];
var LaunchTemplateInstanceSecondaryInterfaceSpecificationList = [
	1,
	n0$1,
	_LTISISL,
	0,
	[() => LaunchTemplateInstanceSecondaryInterfaceSpecification$, { [_xN$1]: _it }]
];
var LaunchTemplateLicenseList = [
	1,
	n0$1,
	_LTLL,
	0,
	[() => LaunchTemplateLicenseConfiguration$, { [_xN$1]: _it }]
];
var LaunchTemplateTagSpecificationList = [
	1,
	n0$1,
	_LTTSL,
	0,
	[() => LaunchTemplateTagSpecification$, { [_xN$1]: _it }]
];
var LaunchTemplateVersionSet = [
	1,
	n0$1,
	_LTVS,
	0,
	[() => LaunchTemplateVersion$, { [_xN$1]: _it }]
];
var LicenseList = [
	1,
	n0$1,
	_LL,
	0,
	[() => LicenseConfiguration$, { [_xN$1]: _it }]
];
var LocalStorageTypeSet = [
	1,
	n0$1,
	_LSTS,
	0,
	[0, { [_xN$1]: _it }]
];
var MetricCategoryIdList = [
	1,
	n0$1,
	_MCIL,
	0,
	[0, { [_xN$1]: _it }]
];
var PerformanceFactorReferenceSet = [
	1,
	n0$1,
	_PFRS,
	0,
	[() => PerformanceFactorReference$, { [_xN$1]: _it }]
];
var PrivateIpAddressSpecificationList = [
	1,
	n0$1,
	_PIASL,
	0,
	[() => PrivateIpAddressSpecification$, { [_xN$1]: _it }]
];
var ProductCodeList = [
	1,
	n0$1,
	_PCLr,
	0,
	[() => ProductCode$, { [_xN$1]: _it }]
];
var ReservationList = [
	1,
	n0$1,
	_RLe,
	0,
	[() => Reservation$, { [_xN$1]: _it }]
];
var SecondaryInterfacePrivateIpAddressSpecificationList = [
	1,
	n0$1,
	_SIPIASL,
	0,
	[() => SecondaryInterfacePrivateIpAddressSpecification$, { [_xN$1]: _it }]
];
var TagList = [
	1,
	n0$1,
	_TL,
	0,
	[() => Tag$, { [_xN$1]: _it }]
];
var ValueStringList = [
	1,
	n0$1,
	_VSL,
	0,
	[0, { [_xN$1]: _it }]
];
var VersionStringList = [
	1,
	n0$1,
	_VSLe,
	0,
	[0, { [_xN$1]: _it }]
];
var DescribeInstances$ = [
	9,
	n0$1,
	_DIesc,
	0,
	() => DescribeInstancesRequest$,
	() => DescribeInstancesResult$
];
var DescribeLaunchTemplateVersions$ = [
	9,
	n0$1,
	_DLTVe,
	0,
	() => DescribeLaunchTemplateVersionsRequest$,
	() => DescribeLaunchTemplateVersionsResult$
];
var DescribeInstancesCommand = class extends command$1(_ep0$1, _mw0$1, "DescribeInstances", DescribeInstances$) {};
var DescribeLaunchTemplateVersionsCommand = class extends command$1(_ep0$1, _mw0$1, "DescribeLaunchTemplateVersions", DescribeLaunchTemplateVersions$) {};
const paginateDescribeInstances = createPaginator(EC2Client, DescribeInstancesCommand, "NextToken", "NextToken", "MaxResults");
const paginateDescribeLaunchTemplateVersions = createPaginator(EC2Client, DescribeLaunchTemplateVersionsCommand, "NextToken", "NextToken", "MaxResults");
// @aws-sdk/client-auto-scaling
const defaultAutoScalingHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: getSmithyContext(context).operation,
		region: await normalizeProvider(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "autoscaling",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultAutoScalingHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = resolveAwsSdkSigV4Config(config);
	return Object.assign(config_0, { authSchemePreference: normalizeProvider(config.authSchemePreference ?? []) });
};
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "autoscaling"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};
var version = "3.1169.0";
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://autoscaling-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://autoscaling.{Region}.amazonaws.com", i],
		["https://autoscaling-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://autoscaling.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://autoscaling.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	100000012,
	2,
	5,
	100000012,
	3,
	8,
	6,
	4,
	7,
	100000011,
	5,
	100000009,
	100000010,
	4,
	11,
	9,
	6,
	10,
	100000008,
	7,
	100000006,
	100000007,
	5,
	12,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	14,
	4,
	100000002,
	100000003
]);
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);
const cache = new EndpointCache({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => decideEndpoint(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
customEndpointFunctions.aws = awsEndpointFunctions;
var AutoScalingServiceException = class AutoScalingServiceException extends ServiceException {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling#AutoScalingServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, AutoScalingServiceException.prototype);
	}
};
var ActiveInstanceRefreshNotFoundFault = class ActiveInstanceRefreshNotFoundFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ActiveInstanceRefreshNotFoundFault";
	name = "ActiveInstanceRefreshNotFoundFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ActiveInstanceRefreshNotFoundFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ActiveInstanceRefreshNotFoundFault.prototype);
	}
};
var AlreadyExistsFault = class AlreadyExistsFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#AlreadyExistsFault";
	name = "AlreadyExistsFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "AlreadyExistsFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AlreadyExistsFault.prototype);
	}
};
var ResourceContentionFault = class ResourceContentionFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ResourceContentionFault";
	name = "ResourceContentionFault";
	$fault = "server";
	constructor(opts) {
		super({
			name: "ResourceContentionFault",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ResourceContentionFault.prototype);
	}
};
var ServiceLinkedRoleFailure = class ServiceLinkedRoleFailure extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ServiceLinkedRoleFailure";
	name = "ServiceLinkedRoleFailure";
	$fault = "server";
	constructor(opts) {
		super({
			name: "ServiceLinkedRoleFailure",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ServiceLinkedRoleFailure.prototype);
	}
};
var InstanceRefreshInProgressFault = class InstanceRefreshInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#InstanceRefreshInProgressFault";
	name = "InstanceRefreshInProgressFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InstanceRefreshInProgressFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InstanceRefreshInProgressFault.prototype);
	}
};
var LimitExceededFault = class LimitExceededFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#LimitExceededFault";
	name = "LimitExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "LimitExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededFault.prototype);
	}
};
var ResourceInUseFault = class ResourceInUseFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ResourceInUseFault";
	name = "ResourceInUseFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceInUseFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceInUseFault.prototype);
	}
};
var ScalingActivityInProgressFault = class ScalingActivityInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#ScalingActivityInProgressFault";
	name = "ScalingActivityInProgressFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ScalingActivityInProgressFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ScalingActivityInProgressFault.prototype);
	}
};
var InvalidNextToken = class InvalidNextToken extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#InvalidNextToken";
	name = "InvalidNextToken";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidNextToken",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidNextToken.prototype);
	}
};
var IdempotentCallInProgressFault = class IdempotentCallInProgressFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IdempotentCallInProgressFault";
	name = "IdempotentCallInProgressFault";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "IdempotentCallInProgressFault",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, IdempotentCallInProgressFault.prototype);
		this.Message = opts.Message;
	}
};
var IdempotentParameterMismatchError = class IdempotentParameterMismatchError extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IdempotentParameterMismatchError";
	name = "IdempotentParameterMismatchError";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "IdempotentParameterMismatchError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IdempotentParameterMismatchError.prototype);
		this.Message = opts.Message;
	}
};
var IrreversibleInstanceRefreshFault = class IrreversibleInstanceRefreshFault extends AutoScalingServiceException {
	static shapeId = "com.amazonaws.autoscaling#IrreversibleInstanceRefreshFault";
	name = "IrreversibleInstanceRefreshFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "IrreversibleInstanceRefreshFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, IrreversibleInstanceRefreshFault.prototype);
	}
};
const _AC = "AcceleratorCount";
const _ACR = "AcceleratorCountRequest";
const _AEF = "AlreadyExistsFault";
const _AIRNFF = "ActiveInstanceRefreshNotFoundFault";
const _AIT = "AllowedInstanceTypes";
const _AM = "AcceleratorManufacturers";
const _ANc = "AcceleratorNames";
const _APIA = "AssociatePublicIpAddress";
const _ASG = "AutoScalingGroup";
const _ASGARN = "AutoScalingGroupARN";
const _ASGN = "AutoScalingGroupName";
const _ASGNT = "AutoScalingGroupNamesType";
const _ASGNu = "AutoScalingGroupNames";
const _ASGT = "AutoScalingGroupsType";
const _ASGu = "AutoScalingGroups";
const _ATMMB = "AcceleratorTotalMemoryMiB";
const _ATMMBR = "AcceleratorTotalMemoryMiBRequest";
const _ATcc = "AcceleratorTypes";
const _AZ = "AvailabilityZones";
const _AZD = "AvailabilityZoneDistribution";
const _AZI = "AvailabilityZoneIds";
const _AZIP = "AvailabilityZoneImpairmentPolicy";
const _AZIv = "AvailabilityZoneId";
const _AZv = "AvailabilityZone";
const _BDM = "BlockDeviceMapping";
const _BDMl = "BlockDeviceMappings";
const _BEBM = "BaselineEbsBandwidthMbps";
const _BEBMR = "BaselineEbsBandwidthMbpsRequest";
const _BM = "BareMetal";
const _BP = "BurstablePerformance";
const _BPF = "BaselinePerformanceFactors";
const _BPFR = "BaselinePerformanceFactorsRequest";
const _CDS = "CapacityDistributionStrategy";
const _CLVPCI = "ClassicLinkVPCId";
const _CLVPCSG = "ClassicLinkVPCSecurityGroups";
const _CM = "CpuManufacturers";
const _CPFR = "CpuPerformanceFactorRequest";
const _CR = "CapacityRebalance";
const _CRI = "CapacityReservationIds";
const _CRP = "CapacityReservationPreference";
const _CRRGA = "CapacityReservationResourceGroupArns";
const _CRS = "CapacityReservationSpecification";
const _CRT = "CapacityReservationTarget";
const _CT = "CreatedTime";
const _Co = "Context";
const _Cp = "Cpu";
const _DASGe = "DescribeAutoScalingGroups";
const _DC = "DesiredCapacity";
const _DCT = "DesiredCapacityType";
const _DCe = "DefaultCooldown";
const _DIW = "DefaultInstanceWarmup";
const _DLCe = "DescribeLaunchConfigurations";
const _DN = "DeviceName";
const _DOT = "DeleteOnTermination";
const _DP = "DeletionProtection";
const _DS = "DistributionSegment";
const _DSi = "DistributionSegments";
const _E = "Ebs";
const _EIT = "ExcludedInstanceTypes";
const _EM = "EnabledMetrics";
const _EMn = "EnabledMetric";
const _EO = "EbsOptimized";
const _En = "Encrypted";
const _Ena = "Enabled";
const _F = "Filters";
const _Fi = "Filter";
const _Gr = "Granularity";
const _HCGP = "HealthCheckGracePeriod";
const _HCT = "HealthCheckType";
const _HE = "HttpEndpoint";
const _HPRHL = "HttpPutResponseHopLimit";
const _HS = "HealthStatus";
const _HT = "HttpTokens";
const _I = "Instances";
const _ICIPF = "IdempotentCallInProgressFault";
const _ID = "InstancesDistribution";
const _IF = "InstanceFamily";
const _IG = "InstanceGenerations";
const _IIP = "IamInstanceProfile";
const _IIRF = "IrreversibleInstanceRefreshFault";
const _IIm = "ImageId";
const _IIn = "IncludeInstances";
const _IIns = "InstanceId";
const _ILP = "InstanceLifecyclePolicy";
const _IM = "InstanceMonitoring";
const _IMO = "InstanceMetadataOptions";
const _IMP = "InstanceMaintenancePolicy";
const _IMR = "IncludeManagedResources";
const _INT = "InvalidNextToken";
const _IPME = "IdempotentParameterMismatchError";
const _IRIPF = "InstanceRefreshInProgressFault";
const _IRP = "InstanceReusePolicy";
const _IRns = "InstanceRequirements";
const _IT = "InstanceType";
const _IZHCB = "ImpairedZoneHealthCheckBehavior";
const _Ide = "Identifier";
const _In = "Instance";
const _Io = "Iops";
const _K = "Key";
const _KI = "KernelId";
const _KN = "KeyName";
const _LBN = "LoadBalancerNames";
const _LC = "LaunchConfiguration";
const _LCARN = "LaunchConfigurationARN";
const _LCN = "LaunchConfigurationName";
const _LCNT = "LaunchConfigurationNamesType";
const _LCNa = "LaunchConfigurationNames";
const _LCT = "LaunchConfigurationsType";
const _LCa = "LaunchConfigurations";
const _LEF = "LimitExceededFault";
const _LS = "LifecycleState";
const _LST = "LocalStorageTypes";
const _LSo = "LocalStorage";
const _LT = "LaunchTemplate";
const _LTI = "LaunchTemplateId";
const _LTN = "LaunchTemplateName";
const _LTO = "LaunchTemplateOverrides";
const _LTS = "LaunchTemplateSpecification";
const _M = "Message";
const _MGBPVC = "MemoryGiBPerVCpu";
const _MGBPVCR = "MemoryGiBPerVCpuRequest";
const _MGPC = "MaxGroupPreparedCapacity";
const _MHP = "MinHealthyPercentage";
const _MHPa = "MaxHealthyPercentage";
const _MIL = "MaxInstanceLifetime";
const _MIP = "MixedInstancesPolicy";
const _MMB = "MemoryMiB";
const _MMBR = "MemoryMiBRequest";
const _MO = "MetadataOptions";
const _MR = "MaxRecords";
const _MS = "MinSize";
const _MSPAPOOODP = "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice";
const _MSa = "MaxSize";
const _Ma = "Max";
const _Met = "Metric";
const _Mi = "Min";
const _N = "Name";
const _NBG = "NetworkBandwidthGbps";
const _NBGR = "NetworkBandwidthGbpsRequest";
const _ND = "NoDevice";
const _NIC = "NetworkInterfaceCount";
const _NICR = "NetworkInterfaceCountRequest";
const _NIPFSI = "NewInstancesProtectedFromScaleIn";
const _NT = "NextToken";
const _O = "Operator";
const _ODAS = "OnDemandAllocationStrategy";
const _ODBC = "OnDemandBaseCapacity";
const _ODMPPOLP = "OnDemandMaxPricePercentageOverLowestPrice";
const _ODPABC = "OnDemandPercentageAboveBaseCapacity";
const _Ov = "Overrides";
const _PAL = "PropagateAtLaunch";
const _PC = "PredictedCapacity";
const _PFRR = "PerformanceFactorReferenceRequest";
const _PFRSR = "PerformanceFactorReferenceSetRequest";
const _PFSI = "ProtectedFromScaleIn";
const _PG = "PlacementGroup";
const _PNr = "ProcessName";
const _PS = "PoolState";
const _PT = "PlacementTenancy";
const _Pri = "Principal";
const _R = "References";
const _RCF = "ResourceContentionFault";
const _RHS = "RequireHibernateSupport";
const _RI = "RamdiskId";
const _RIUF = "ResourceInUseFault";
const _RIe = "ResourceId";
const _ROSI = "ReuseOnScaleIn";
const _RT = "RetentionTriggers";
const _RTe = "ResourceType";
const _Re = "Reference";
const _S = "Status";
const _SAIPF = "ScalingActivityInProgressFault";
const _SAS = "SpotAllocationStrategy";
const _SG = "SecurityGroups";
const _SI = "SnapshotId";
const _SIP = "SpotInstancePools";
const _SLRARN = "ServiceLinkedRoleARN";
const _SLRF = "ServiceLinkedRoleFailure";
const _SMP = "SpotMaxPrice";
const _SMPPOLP = "SpotMaxPricePercentageOverLowestPrice";
const _SP = "SuspendedProcesses";
const _SPp = "SpotPrice";
const _SPu = "SuspendedProcess";
const _SRu = "SuspensionReason";
const _T = "Tags";
const _TCT = "TargetCapacityTypes";
const _TD = "TagDescription";
const _TDL = "TagDescriptionList";
const _TGARN = "TargetGroupARNs";
const _THA = "TerminateHookAbandon";
const _TLSGB = "TotalLocalStorageGB";
const _TLSGBR = "TotalLocalStorageGBRequest";
const _TP = "TerminationPolicies";
const _TS = "TrafficSources";
const _TSI = "TrafficSourceIdentifier";
const _Th = "Throughput";
const _Ty = "Type";
const _UD = "UserData";
const _V = "Value";
const _VCC = "VCpuCount";
const _VCCR = "VCpuCountRequest";
const _VN = "VirtualName";
const _VPCZI = "VPCZoneIdentifier";
const _VS = "VolumeSize";
const _VT = "VolumeType";
const _Va = "Values";
const _Ve = "Version";
const _WC = "WeightedCapacity";
const _WPC = "WarmPoolConfiguration";
const _WPS = "WarmPoolSize";
const _ZSE = "ZonalShiftEnabled";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _i = "item";
const _m = "message";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling";
const _se = "server";
const _xN = "xmlName";
const n0 = "com.amazonaws.autoscaling";
const _s_registry = new TypeRegistry(_s);
var AutoScalingServiceException$ = [
	-3,
	_s,
	"AutoScalingServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(AutoScalingServiceException$, AutoScalingServiceException);
const n0_registry = new TypeRegistry(n0);
var ActiveInstanceRefreshNotFoundFault$ = [
	-3,
	n0,
	_AIRNFF,
	{
		[_aQE]: [`ActiveInstanceRefreshNotFound`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ActiveInstanceRefreshNotFoundFault$, ActiveInstanceRefreshNotFoundFault);
var AlreadyExistsFault$ = [
	-3,
	n0,
	_AEF,
	{
		[_aQE]: [`AlreadyExists`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(AlreadyExistsFault$, AlreadyExistsFault);
var IdempotentCallInProgressFault$ = [
	-3,
	n0,
	_ICIPF,
	{
		[_aQE]: [`IdempotentCallInProgress`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_M],
	[0]
];
n0_registry.registerError(IdempotentCallInProgressFault$, IdempotentCallInProgressFault);
var IdempotentParameterMismatchError$ = [
	-3,
	n0,
	_IPME,
	{
		[_aQE]: [`IdempotentParameterMismatch`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(IdempotentParameterMismatchError$, IdempotentParameterMismatchError);
var InstanceRefreshInProgressFault$ = [
	-3,
	n0,
	_IRIPF,
	{
		[_aQE]: [`InstanceRefreshInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InstanceRefreshInProgressFault$, InstanceRefreshInProgressFault);
var InvalidNextToken$ = [
	-3,
	n0,
	_INT,
	{
		[_aQE]: [`InvalidNextToken`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidNextToken$, InvalidNextToken);
var IrreversibleInstanceRefreshFault$ = [
	-3,
	n0,
	_IIRF,
	{
		[_aQE]: [`IrreversibleInstanceRefresh`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(IrreversibleInstanceRefreshFault$, IrreversibleInstanceRefreshFault);
var LimitExceededFault$ = [
	-3,
	n0,
	_LEF,
	{
		[_aQE]: [`LimitExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(LimitExceededFault$, LimitExceededFault);
var ResourceContentionFault$ = [
	-3,
	n0,
	_RCF,
	{
		[_aQE]: [`ResourceContention`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceContentionFault$, ResourceContentionFault);
var ResourceInUseFault$ = [
	-3,
	n0,
	_RIUF,
	{
		[_aQE]: [`ResourceInUse`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceInUseFault$, ResourceInUseFault);
var ScalingActivityInProgressFault$ = [
	-3,
	n0,
	_SAIPF,
	{
		[_aQE]: [`ScalingActivityInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ScalingActivityInProgressFault$, ScalingActivityInProgressFault);
var ServiceLinkedRoleFailure$ = [
	-3,
	n0,
	_SLRF,
	{
		[_aQE]: [`ServiceLinkedRoleFailure`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_m],
	[0]
];
n0_registry.registerError(ServiceLinkedRoleFailure$, ServiceLinkedRoleFailure);
const errorTypeRegistries = [_s_registry, n0_registry];
var AcceleratorCountRequest$ = [
	3,
	n0,
	_ACR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var AcceleratorTotalMemoryMiBRequest$ = [
	3,
	n0,
	_ATMMBR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var AutoScalingGroup$ = [
	3,
	n0,
	_ASG,
	0,
	[
		_ASGN,
		_MS,
		_MSa,
		_DC,
		_DCe,
		_AZ,
		_HCT,
		_CT,
		_ASGARN,
		_LCN,
		_LT,
		_MIP,
		_PC,
		_AZI,
		_LBN,
		_TGARN,
		_HCGP,
		_I,
		_SP,
		_PG,
		_VPCZI,
		_EM,
		_S,
		_T,
		_TP,
		_NIPFSI,
		_SLRARN,
		_MIL,
		_CR,
		_WPC,
		_WPS,
		_Co,
		_DCT,
		_DIW,
		_TS,
		_IMP,
		_DP,
		_AZD,
		_AZIP,
		_CRS,
		_ILP,
		_O
	],
	[
		0,
		1,
		1,
		1,
		1,
		64,
		0,
		4,
		0,
		0,
		() => LaunchTemplateSpecification$,
		[() => MixedInstancesPolicy$, 0],
		1,
		64,
		64,
		64,
		1,
		() => Instances,
		() => SuspendedProcesses,
		0,
		0,
		() => EnabledMetrics,
		0,
		() => TagDescriptionList,
		64,
		2,
		0,
		1,
		2,
		() => WarmPoolConfiguration$,
		1,
		0,
		0,
		1,
		() => TrafficSources,
		() => InstanceMaintenancePolicy$,
		0,
		() => AvailabilityZoneDistribution$,
		() => AvailabilityZoneImpairmentPolicy$,
		() => CapacityReservationSpecification$,
		() => InstanceLifecyclePolicy$,
		() => Operator$
	],
	8
];
var AutoScalingGroupNamesType$ = [
	3,
	n0,
	_ASGNT,
	0,
	[
		_ASGNu,
		_IIn,
		_IMR,
		_NT,
		_MR,
		_F
	],
	[
		64,
		2,
		2,
		0,
		1,
		() => Filters
	]
];
var AutoScalingGroupsType$ = [
	3,
	n0,
	_ASGT,
	0,
	[_ASGu, _NT],
	[[() => AutoScalingGroups, 0], 0],
	1
];
var AvailabilityZoneDistribution$ = [
	3,
	n0,
	_AZD,
	0,
	[_CDS],
	[0]
];
var AvailabilityZoneImpairmentPolicy$ = [
	3,
	n0,
	_AZIP,
	0,
	[_ZSE, _IZHCB],
	[2, 0]
];
var BaselineEbsBandwidthMbpsRequest$ = [
	3,
	n0,
	_BEBMR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var BaselinePerformanceFactorsRequest$ = [
	3,
	n0,
	_BPFR,
	0,
	[_Cp],
	[[() => CpuPerformanceFactorRequest$, 0]]
];
var BlockDeviceMapping$ = [
	3,
	n0,
	_BDM,
	0,
	[
		_DN,
		_VN,
		_E,
		_ND
	],
	[
		0,
		0,
		() => Ebs$,
		2
	],
	1
];
var CapacityReservationSpecification$ = [
	3,
	n0,
	_CRS,
	0,
	[_CRP, _CRT],
	[0, () => CapacityReservationTarget$]
];
var CapacityReservationTarget$ = [
	3,
	n0,
	_CRT,
	0,
	[_CRI, _CRRGA],
	[64, 64]
];
var CpuPerformanceFactorRequest$ = [
	3,
	n0,
	_CPFR,
	0,
	[_R],
	[[() => PerformanceFactorReferenceSetRequest, { [_xN]: _Re }]]
];
var DistributionSegment$ = [
	3,
	n0,
	_DS,
	0,
	[_TCT],
	[64]
];
var Ebs$ = [
	3,
	n0,
	_E,
	0,
	[
		_SI,
		_VS,
		_VT,
		_DOT,
		_Io,
		_En,
		_Th
	],
	[
		0,
		1,
		0,
		2,
		1,
		2,
		1
	]
];
var EnabledMetric$ = [
	3,
	n0,
	_EMn,
	0,
	[_Met, _Gr],
	[0, 0]
];
var Filter$ = [
	3,
	n0,
	_Fi,
	0,
	[_N, _Va],
	[0, 64]
];
var Instance$ = [
	3,
	n0,
	_In,
	0,
	[
		_IIns,
		_AZv,
		_LS,
		_HS,
		_PFSI,
		_IT,
		_AZIv,
		_LCN,
		_LT,
		_IIm,
		_WC
	],
	[
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		() => LaunchTemplateSpecification$,
		0,
		0
	],
	5
];
var InstanceLifecyclePolicy$ = [
	3,
	n0,
	_ILP,
	0,
	[_RT],
	[() => RetentionTriggers$]
];
var InstanceMaintenancePolicy$ = [
	3,
	n0,
	_IMP,
	0,
	[_MHP, _MHPa],
	[1, 1]
];
var InstanceMetadataOptions$ = [
	3,
	n0,
	_IMO,
	0,
	[
		_HT,
		_HPRHL,
		_HE
	],
	[
		0,
		1,
		0
	]
];
var InstanceMonitoring$ = [
	3,
	n0,
	_IM,
	0,
	[_Ena],
	[2]
];
var InstanceRequirements$ = [
	3,
	n0,
	_IRns,
	0,
	[
		_VCC,
		_MMB,
		_CM,
		_MGBPVC,
		_EIT,
		_IG,
		_SMPPOLP,
		_MSPAPOOODP,
		_ODMPPOLP,
		_BM,
		_BP,
		_RHS,
		_NIC,
		_LSo,
		_LST,
		_TLSGB,
		_BEBM,
		_ATcc,
		_AC,
		_AM,
		_ANc,
		_ATMMB,
		_NBG,
		_AIT,
		_BPF
	],
	[
		() => VCpuCountRequest$,
		() => MemoryMiBRequest$,
		64,
		() => MemoryGiBPerVCpuRequest$,
		64,
		64,
		1,
		1,
		1,
		0,
		0,
		2,
		() => NetworkInterfaceCountRequest$,
		0,
		64,
		() => TotalLocalStorageGBRequest$,
		() => BaselineEbsBandwidthMbpsRequest$,
		64,
		() => AcceleratorCountRequest$,
		64,
		64,
		() => AcceleratorTotalMemoryMiBRequest$,
		() => NetworkBandwidthGbpsRequest$,
		64,
		[() => BaselinePerformanceFactorsRequest$, 0]
	],
	2
];
var InstanceReusePolicy$ = [
	3,
	n0,
	_IRP,
	0,
	[_ROSI],
	[2]
];
var InstancesDistribution$ = [
	3,
	n0,
	_ID,
	0,
	[
		_ODAS,
		_ODBC,
		_ODPABC,
		_SAS,
		_SIP,
		_SMP,
		_DSi
	],
	[
		0,
		1,
		1,
		0,
		1,
		0,
		() => DistributionSegments
	]
];
var LaunchConfiguration$ = [
	3,
	n0,
	_LC,
	0,
	[
		_LCN,
		_IIm,
		_IT,
		_CT,
		_LCARN,
		_KN,
		_SG,
		_CLVPCI,
		_CLVPCSG,
		_UD,
		_KI,
		_RI,
		_BDMl,
		_IM,
		_SPp,
		_IIP,
		_EO,
		_APIA,
		_PT,
		_MO
	],
	[
		0,
		0,
		0,
		4,
		0,
		0,
		64,
		0,
		64,
		0,
		0,
		0,
		() => BlockDeviceMappings,
		() => InstanceMonitoring$,
		0,
		0,
		2,
		2,
		0,
		() => InstanceMetadataOptions$
	],
	4
];
var LaunchConfigurationNamesType$ = [
	3,
	n0,
	_LCNT,
	0,
	[
		_LCNa,
		_NT,
		_MR
	],
	[
		64,
		0,
		1
	]
];
var LaunchConfigurationsType$ = [
	3,
	n0,
	_LCT,
	0,
	[_LCa, _NT],
	[() => LaunchConfigurations, 0],
	1
];
var LaunchTemplate$ = [
	3,
	n0,
	_LT,
	0,
	[_LTS, _Ov],
	[() => LaunchTemplateSpecification$, [() => Overrides, 0]]
];
var LaunchTemplateOverrides$ = [
	3,
	n0,
	_LTO,
	0,
	[
		_IT,
		_WC,
		_LTS,
		_IRns,
		_IIm
	],
	[
		0,
		0,
		() => LaunchTemplateSpecification$,
		[() => InstanceRequirements$, 0],
		0
	]
];
var LaunchTemplateSpecification$ = [
	3,
	n0,
	_LTS,
	0,
	[
		_LTI,
		_LTN,
		_Ve
	],
	[
		0,
		0,
		0
	]
];
var MemoryGiBPerVCpuRequest$ = [
	3,
	n0,
	_MGBPVCR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var MemoryMiBRequest$ = [
	3,
	n0,
	_MMBR,
	0,
	[_Mi, _Ma],
	[1, 1],
	1
];
var MixedInstancesPolicy$ = [
	3,
	n0,
	_MIP,
	0,
	[_LT, _ID],
	[[() => LaunchTemplate$, 0], () => InstancesDistribution$]
];
var NetworkBandwidthGbpsRequest$ = [
	3,
	n0,
	_NBGR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var NetworkInterfaceCountRequest$ = [
	3,
	n0,
	_NICR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var Operator$ = [
	3,
	n0,
	_O,
	0,
	[_Pri],
	[0],
	1
];
var PerformanceFactorReferenceRequest$ = [
	3,
	n0,
	_PFRR,
	0,
	[_IF],
	[0]
];
var RetentionTriggers$ = [
	3,
	n0,
	_RT,
	0,
	[_THA],
	[0]
];
var SuspendedProcess$ = [
	3,
	n0,
	_SPu,
	0,
	[_PNr, _SRu],
	[0, 0]
];
var TagDescription$ = [
	3,
	n0,
	_TD,
	0,
	[
		_RIe,
		_RTe,
		_K,
		_V,
		_PAL
	],
	[
		0,
		0,
		0,
		0,
		2
	]
];
var TotalLocalStorageGBRequest$ = [
	3,
	n0,
	_TLSGBR,
	0,
	[_Mi, _Ma],
	[1, 1]
];
var TrafficSourceIdentifier$ = [
	3,
	n0,
	_TSI,
	0,
	[_Ide, _Ty],
	[0, 0],
	1
];
var VCpuCountRequest$ = [
	3,
	n0,
	_VCCR,
	0,
	[_Mi, _Ma],
	[1, 1],
	1
];
var WarmPoolConfiguration$ = [
	3,
	n0,
	_WPC,
	0,
	[
		_MGPC,
		_MS,
		_PS,
		_S,
		_IRP
	],
	[
		1,
		1,
		0,
		0,
		() => InstanceReusePolicy$
	]
];
var AutoScalingGroups = [
	1,
	n0,
	_ASGu,
	0,
	[() => AutoScalingGroup$, 0]
];
var BlockDeviceMappings = [
	1,
	n0,
	_BDMl,
	0,
	() => BlockDeviceMapping$
];
var DistributionSegments = [
	1,
	n0,
	_DSi,
	0,
	() => DistributionSegment$
];
var EnabledMetrics = [
	1,
	n0,
	_EM,
	0,
	() => EnabledMetric$
];
var Filters = [
	1,
	n0,
	_F,
	0,
	() => Filter$
];
var Instances = [
	1,
	n0,
	_I,
	0,
	() => Instance$
];
var LaunchConfigurations = [
	1,
	n0,
	_LCa,
	0,
	() => LaunchConfiguration$
];
var Overrides = [
	1,
	n0,
	_Ov,
	0,
	[() => LaunchTemplateOverrides$, 0]
];
var PerformanceFactorReferenceSetRequest = [
	1,
	n0,
	_PFRSR,
	0,
	[() => PerformanceFactorReferenceRequest$, { [_xN]: _i }]
];
var SuspendedProcesses = [
	1,
	n0,
	_SP,
	0,
	() => SuspendedProcess$
];
var TagDescriptionList = [
	1,
	n0,
	_TDL,
	0,
	() => TagDescription$
];
var TrafficSources = [
	1,
	n0,
	_TS,
	0,
	() => TrafficSourceIdentifier$
];
var DescribeAutoScalingGroups$ = [
	9,
	n0,
	_DASGe,
	0,
	() => AutoScalingGroupNamesType$,
	() => AutoScalingGroupsType$
];
var DescribeLaunchConfigurations$ = [
	9,
	n0,
	_DLCe,
	0,
	() => LaunchConfigurationNamesType$,
	() => LaunchConfigurationsType$
];
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2011-01-01",
		base64Decoder: config?.base64Decoder ?? fromBase64,
		base64Encoder: config?.base64Encoder ?? toBase64,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultAutoScalingHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new AwsSdkSigV4Signer()
		}],
		logger: config?.logger ?? new NoOpLogger(),
		protocol: config?.protocol ?? AwsQueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.autoscaling",
			errorTypeRegistries,
			xmlNamespace: "http://autoscaling.amazonaws.com/doc/2011-01-01/",
			version: "2011-01-01",
			serviceTarget: "AutoScaling_2011_01_01"
		},
		serviceId: config?.serviceId ?? "Auto Scaling",
		sha256: config?.sha256 ?? Sha256Node,
		urlParser: config?.urlParser ?? parseUrl,
		utf8Decoder: config?.utf8Decoder ?? fromUtf8,
		utf8Encoder: config?.utf8Encoder ?? toUtf8
	};
};
const getRuntimeConfig = (config) => {
	process.version;
	const defaultsMode = resolveDefaultsModeConfig(config);
	const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
	const clientSharedValues = getRuntimeConfig$1(config);
	process.version;
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? void 0,
		defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
		region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, {
			...NODE_REGION_CONFIG_FILE_OPTIONS,
			...loaderConfig
		}),
		requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? loadConfig({
			...NODE_RETRY_MODE_CONFIG_OPTIONS,
			default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
		}, config),
		streamCollector: config?.streamCollector ?? streamCollector,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
	};
};
const resolveRuntimeExtensions = (settings) => settings;
var AutoScalingClient = class extends Client {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = resolveUserAgentConfig(_config_1);
		const _config_3 = resolveRetryConfig(_config_2);
		const _config_4 = resolveRegionConfig(_config_3);
		const _config_5 = resolveHostHeaderConfig(_config_4);
		const _config_6 = resolveEndpointConfig(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use(getSchemaSerdePlugin(this.config));
		this.middlewareStack.use(getUserAgentPlugin(this.config));
		this.middlewareStack.use(getRetryPlugin(this.config));
		this.middlewareStack.use(getContentLengthPlugin(this.config));
		this.middlewareStack.use(getHostHeaderPlugin(this.config));
		this.middlewareStack.use(getLoggerPlugin(this.config));
		this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
		this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
			httpAuthSchemeParametersProvider: defaultAutoScalingHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use(getHttpSigningPlugin(this.config));
	}
	destroy() {
		super.destroy();
	}
};
const command = makeBuilder(commonParams, "AutoScaling_2011_01_01", "AutoScalingClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
var DescribeAutoScalingGroupsCommand = class extends command(_ep0, _mw0, "DescribeAutoScalingGroups", DescribeAutoScalingGroups$) {};
var DescribeLaunchConfigurationsCommand = class extends command(_ep0, _mw0, "DescribeLaunchConfigurations", DescribeLaunchConfigurations$) {};
const paginateDescribeAutoScalingGroups = createPaginator(AutoScalingClient, DescribeAutoScalingGroupsCommand, "NextToken", "NextToken", "MaxRecords");
const paginateDescribeLaunchConfigurations = createPaginator(AutoScalingClient, DescribeLaunchConfigurationsCommand, "NextToken", "NextToken", "MaxRecords");
// src/ec2/references.ts
const statesWithKey = [
	"pending",
	"running",
	"stopping",
	"stopped"
];
const maxNames = 190;
const deletedTemplateErrors = [
	"InvalidLaunchTemplateId.NotFound",
	"InvalidLaunchTemplateName.NotFoundException",
	"InvalidLaunchTemplateId.VersionNotFound"
];
async function findReferences(keyNames, session) {
	const ec2 = retryingClient(EC2Client, session);
	const autoScaling = retryingClient(AutoScalingClient, session);
	try {
		const all = await allReferences(ec2, autoScaling, keyNames);
		return new Map(keyNames.map((keyName) => [keyName, { references: referencesTo(keyName, all) }]));
	} catch (error) {
		const unknown = unknownBecauseOf(error);
		return new Map(keyNames.map((keyName) => [keyName, unknown]));
	}
}
function retryingClient(Client, { client, retry }) {
	const retrying = client(Client, {});
	const send = retrying.send.bind(retrying);
	retrying.send = (...[command]) => retry.idempotent((abortSignal) => send(...[command, { abortSignal }]));
	return retrying;
}
function unknownBecauseOf(error) {
	if (!(error instanceof CollectError)) return { unknown: responseTextOf(error) };
	const { action, cause } = error;
	const unknown = responseTextOf(cause);
	return isNamed(cause, ...errorNames.notAuthorized) ? {
		unknown,
		missingPermission: action
	} : { unknown };
}
async function allReferences(ec2, autoScaling, keyNames) {
	return [...await instances(ec2, keyNames), ...await launchTemplatesAndGroups(ec2, autoScaling)];
}
function referencesTo(keyName, all) {
	return [...new Set(all.filter((one) => one.keyName === keyName).map(({ what }) => what))];
}
async function instances(client, keyNames) {
	const found = [];
	for (let start = 0; start < keyNames.length; start += maxNames) found.push(...await instancesOf(client, keyNames.slice(start, start + maxNames)));
	return found;
}
async function instancesOf(client, keyNames) {
	const filters = [{
		Name: "key-name",
		Values: keyNames.map(exactPattern)
	}, {
		Name: "instance-state-name",
		Values: statesWithKey
	}];
	return (await collect("ec2:DescribeInstances", paginateDescribeInstances({
		client,
		pageSize: 1e3
	}, { Filters: filters }), (page) => page.Reservations)).flatMap(({ Instances }) => Instances ?? []).map(({ InstanceId, State, KeyName }) => ({
		what: `instance ${InstanceId} (${State?.Name})`,
		keyName: KeyName
	}));
}
async function launchTemplatesAndGroups(ec2, autoScaling) {
	const versions = await collect("ec2:DescribeLaunchTemplateVersions", paginateDescribeLaunchTemplateVersions({
		client: ec2,
		pageSize: 200
	}, { Versions: ["$Default", "$Latest"] }), (page) => page.LaunchTemplateVersions);
	const configurations = await collect("autoscaling:DescribeLaunchConfigurations", paginateDescribeLaunchConfigurations({
		client: autoScaling,
		pageSize: 100
	}, {}), (page) => page.LaunchConfigurations);
	const groups = await collect("autoscaling:DescribeAutoScalingGroups", paginateDescribeAutoScalingGroups({
		client: autoScaling,
		pageSize: 100
	}, {}), (page) => page.AutoScalingGroups);
	const found = [...versions.map((version) => ({
		what: templateText(version),
		keyName: version.LaunchTemplateData?.KeyName
	})), ...configurations.map((one) => ({
		what: `launch configuration ${one.LaunchConfigurationName}`,
		keyName: one.KeyName
	}))];
	for (const group of groups) {
		const keyNames = [configurations.find((one) => one.LaunchConfigurationName === group.LaunchConfigurationName)?.KeyName, ...await keysOfTemplates(templatesOf(group), versions, ec2)];
		const what = `Auto Scaling group ${group.AutoScalingGroupName}`;
		found.push(...keyNames.map((keyName) => ({
			what,
			keyName
		})));
	}
	return found;
}
async function keysOfTemplates(templates, known, ec2) {
	const keyNames = [];
	for (const template of templates) {
		const found = known.find((version) => isVersion(version, template)) ?? await lookUp(template, ec2);
		keyNames.push(found?.LaunchTemplateData?.KeyName);
	}
	return keyNames;
}
function isVersion(version, { LaunchTemplateId, LaunchTemplateName, Version }) {
	const same = LaunchTemplateId === void 0 ? version.LaunchTemplateName === LaunchTemplateName : version.LaunchTemplateId === LaunchTemplateId;
	if (Version === void 0 || Version === "$Default") return same && version.DefaultVersion === true;
	return same && String(version.VersionNumber) === Version;
}
async function lookUp({ LaunchTemplateId, LaunchTemplateName, Version = "$Default" }, client) {
	const which = LaunchTemplateId === void 0 ? { LaunchTemplateName } : { LaunchTemplateId };
	try {
		const [version] = await collect("ec2:DescribeLaunchTemplateVersions", paginateDescribeLaunchTemplateVersions({ client }, {
			...which,
			Versions: [Version]
		}), (page) => page.LaunchTemplateVersions);
		return version;
	} catch (error) {
		if (error instanceof CollectError && isNamed(error.cause, ...deletedTemplateErrors)) return void 0;
		throw error;
	}
}
function templatesOf({ LaunchTemplate, MixedInstancesPolicy }) {
	const mixed = MixedInstancesPolicy?.LaunchTemplate;
	return [
		LaunchTemplate,
		mixed?.LaunchTemplateSpecification,
		...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification)
	].filter((template) => template !== void 0);
}
function templateText({ LaunchTemplateName, LaunchTemplateId, VersionNumber }) {
	return `launch template ${LaunchTemplateName ?? LaunchTemplateId} (version ${VersionNumber})`;
}
var CollectError = class extends Error {
	action;
	constructor(action, cause) {
		super(action, { cause });
		this.action = action;
	}
};
async function collect(action, pages, itemsOf) {
	const items = [];
	try {
		for await (const page of pages) items.push(...itemsOf(page) ?? []);
	} catch (cause) {
		throw new CollectError(action, cause);
	}
	return items;
}
export { findReferences };
