// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

/// @notice On which side of the claim a measured value is bad.
enum Direction {
    TwoSided,
    AtLeast,
    AtMost
}

/// @notice One measured property of a good; fits one slot. Values count in units of 10^−decimals of the unit that the
/// model's document names.
struct Parameter {
    /// Upper case ASCII, right-padded; the same property keeps its code in later revisions.
    bytes12 code;
    Direction direction;
    uint8 decimals;
    /// Lowest and highest value that the product standard allows.
    int32 legalMin;
    int32 legalMax;
    /// Deviation that halves the trust: the grade is 60 at one tolerance and 0 at two.
    uint32 tolerance;
    /// Share in the overall grade; the weights of a revision sum to 10,000.
    uint16 weightBps;
    /// A lot with this parameter below 60 points is flagged whatever the others are.
    bool critical;
    /// The producer commits to its claim by hash and opens it after the reports are in.
    bool isSealed;
}

/// @title IQualityModels
/// @notice What an expert knows of a kind of good, as numbered, frozen revisions of at most eight parameters. A model is
/// an ERC-721 token; whoever owns it earns the expert share of the fees of the lots that use it.
interface IQualityModels is IERC721 {
    /// @notice A model was published with its first revision.
    event ModelPublished(uint32 indexed modelId, address indexed expert, uint256 bond);
    /// @notice A revision was frozen. `documentDigest` is the SHA-256 of its RFC 8785 document, the digest of a raw CIDv1.
    event RevisionPublished(
        uint32 indexed modelId,
        uint16 indexed revision,
        bytes32 documentDigest,
        Parameter[] parameters
    );
    /// @notice No new lot may use the model; its bond can be withdrawn from epoch `bondFreeFrom` on.
    event ModelRetired(uint32 indexed modelId, uint32 bondFreeFrom);
    /// @notice The owner took the bond of a retired model back.
    event ModelBondWithdrawn(uint32 indexed modelId, address indexed to, uint256 bond);
    event DisputesAppointed(address indexed disputes);
    /// @notice A case about a model began or ended; `cases` about it are open now.
    event ModelBondHeld(uint32 indexed modelId, address indexed disputes, uint32 cases);
    event ModelBondReleased(uint32 indexed modelId, address indexed disputes, uint32 cases);
    /// @notice A court found a model fraudulent; `charged` is the bond its owner lost. If it was active, {ModelRetired} came before.
    event ModelCondemned(uint32 indexed modelId, address indexed disputes, uint256 charged);
    /// @notice Governance changed the bond of models published from now on.
    event ModelBondSet(uint256 previous, uint256 current);

    /// @notice There are not between one and eight parameters.
    error ParameterCount(uint256 given, uint256 max);
    /// @notice The weights of the parameters do not sum to 10,000.
    error WeightsDoNotSum(uint256 sum, uint256 expected);
    /// @notice No parameter is sealed, so copying the claims would be as good as measuring.
    error NoSealedParameter();
    /// @notice The code is empty, has other bytes than A–Z, 0–9 and `_`, or a gap.
    error InvalidCode(uint256 index, bytes12 code);
    /// @notice Two parameters have the same code.
    error DuplicateCode(bytes12 code);
    /// @notice The legal range is empty.
    error EmptyLegalRange(uint256 index, int32 legalMin, int32 legalMax);
    /// @notice The tolerance is 0, which would leave nothing to divide by.
    error ZeroTolerance(uint256 index);
    /// @notice A parameter has no weight.
    error ZeroWeight(uint256 index);
    /// @notice More than nine decimals do not fit an int32.
    error TooManyDecimals(uint256 index, uint8 decimals);
    /// @notice The document's digest is missing.
    error NoDocument();
    /// @notice No model has this id.
    error UnknownModel(uint32 modelId);
    /// @notice The model has no such revision.
    error UnknownRevision(uint32 modelId, uint16 revision, uint16 latest);
    /// @notice Only the model's owner may do this.
    error NotModelOwner(uint32 modelId, address caller);
    /// @notice The model is retired.
    error ModelIsRetired(uint32 modelId);
    /// @notice The bond stays until running lots are judged; `freeFrom` is 0 while the model is not retired.
    error BondLocked(uint32 modelId, uint32 freeFrom, uint32 currentEpoch);

    /// @notice The caller is not appointed for disputes.
    error NotDisputes(address caller, address disputes);
    /// @notice The caller has no case about the model.
    error NoCase(uint32 modelId, address caller);
    /// @notice The bond stays while cases about the model are open.
    error CasesOpen(uint32 modelId, uint32 cases);

    /// @notice Publishes a new model with revision 1, owned by the caller, who pays the expert bond.
    function publish(bytes32 documentDigest, Parameter[] calldata parameters) external returns (uint32 modelId);

    /// @notice Freezes the next revision of a model. Lots that run keep theirs.
    function revise(
        uint32 modelId,
        bytes32 documentDigest,
        Parameter[] calldata parameters
    ) external returns (uint16 revision);

    /// @notice Ends a model: running lots go on, new ones cannot use it.
    function retire(uint32 modelId) external;

    /// @notice Pays the bond of a retired model to its owner once no lot can depend on it any more.
    function withdrawBond(uint32 modelId) external;

    /// @notice Holds the bond of a model until {releaseBond}, as often as it was held.
    function holdBond(uint32 modelId) external;

    function releaseBond(uint32 modelId) external;

    /// @notice Retires a model and pays its bond to the caller, who must have a case about it. Running lots go on.
    function condemn(uint32 modelId) external returns (uint256 charged);

    /// @notice May hold bonds from now on.
    function disputes() external view returns (address);

    /// @notice The parameters of a revision.
    function parametersOf(uint32 modelId, uint16 revision) external view returns (Parameter[] memory);

    /// @notice Number of the newest revision.
    function latestRevision(uint32 modelId) external view returns (uint16);

    /// @notice Whether new lots may use the model.
    function isActive(uint32 modelId) external view returns (bool);

    /// @notice Digest of the document behind a revision.
    function documentOf(uint32 modelId, uint16 revision) external view returns (bytes32);
}
