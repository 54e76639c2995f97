// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Bounds} from "../shared/Bounds.sol";
import {DocumentUri} from "../shared/DocumentUri.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {IQualityModels, Parameter} from "./IQualityModels.sol";
import {ParameterRules} from "./ParameterRules.sol";

/// @title QualityModels
/// @notice Register of quality models and their revisions. Trusted with the expert bonds and nothing else. The timelock
/// may only move the bond asked of future models, inside fixed limits, and appoint the contract for disputes, which can hold the bond of
/// a model while it has a case about it, retire that model and take that bond.
contract QualityModels is IQualityModels, ERC721, EpochClock, SelfPermit, AccessManaged {
    using SafeERC20 for IERC20;

    struct Model {
        uint16 revisions;
        uint96 bond;
        /// Epoch from which the bond may leave; 0 while the model is active.
        uint32 bondFreeFrom;
        /// Open cases about it; the bond stays as long as there are any.
        uint32 cases;
    }

    uint256 private constant MIN_BOND = 1e6;
    uint256 private constant MAX_BOND = 100_000e6;
    /// @dev Longer than the longest life of a lot (4 epochs ahead + 8 of sale + 5 of its round) with room for a dispute.
    uint32 private constant BOND_DELAY_EPOCHS = 26;

    /// @notice Bond of a model published now, in the settlement asset.
    uint96 public bondRequired = 200e6;
    /// @notice Number of models; ids are 1, 2, 3, ….
    uint32 public modelCount;
    /// @inheritdoc IQualityModels
    address public disputes;

    mapping(uint32 modelId => Model model) private _models;
    mapping(uint32 modelId => mapping(uint16 revision => Parameter[] parameters)) private _parameters;
    mapping(uint32 modelId => mapping(uint16 revision => bytes32 digest)) private _documents;
    mapping(uint32 modelId => mapping(address disputes => uint32 cases)) private _casesOf;

    constructor(
        address authority,
        IERC20 asset_,
        uint48 genesis_,
        uint32 epochLength_
    )
        ERC721("Trusted Commerce Quality Model", "TCQM")
        EpochClock(genesis_, epochLength_)
        SelfPermit(asset_)
        AccessManaged(authority)
    {
        emit ModelBondSet(0, bondRequired);
    }

    /* EXPERT */

    /// @inheritdoc IQualityModels
    function publish(bytes32 documentDigest, Parameter[] calldata parameters) external returns (uint32 modelId) {
        uint96 bond = bondRequired;
        modelId = ++modelCount;
        _models[modelId].bond = bond;
        emit ModelPublished(modelId, msg.sender, bond);
        _freeze(modelId, documentDigest, parameters);
        // Not _safeMint: a callback here would run before the bond has arrived.
        _mint(msg.sender, modelId);
        AssetTransfers.pull(asset, msg.sender, bond);
    }

    /// @inheritdoc IQualityModels
    function revise(
        uint32 modelId,
        bytes32 documentDigest,
        Parameter[] calldata parameters
    ) external returns (uint16 revision) {
        _requireOwner(modelId);
        require(isActive(modelId), ModelIsRetired(modelId));
        return _freeze(modelId, documentDigest, parameters);
    }

    /// @inheritdoc IQualityModels
    function retire(uint32 modelId) external {
        _requireOwner(modelId);
        require(isActive(modelId), ModelIsRetired(modelId));
        _retire(modelId);
    }

    /// @inheritdoc IQualityModels
    function withdrawBond(uint32 modelId) external {
        _requireOwner(modelId);
        Model storage model = _models[modelId];
        uint32 epoch = currentEpoch();
        require(model.bondFreeFrom != 0 && epoch >= model.bondFreeFrom, BondLocked(modelId, model.bondFreeFrom, epoch));
        require(model.cases == 0, CasesOpen(modelId, model.cases));
        uint256 bond = model.bond;
        model.bond = 0;
        emit ModelBondWithdrawn(modelId, msg.sender, bond);
        asset.safeTransfer(msg.sender, bond);
    }

    /* DISPUTES */

    /// @inheritdoc IQualityModels
    function holdBond(uint32 modelId) external {
        require(msg.sender == disputes, NotDisputes(msg.sender, disputes));
        _requireModel(modelId);
        ++_casesOf[modelId][msg.sender];
        emit ModelBondHeld(modelId, msg.sender, ++_models[modelId].cases);
    }

    /// @inheritdoc IQualityModels
    function releaseBond(uint32 modelId) external {
        _requireCase(modelId);
        --_casesOf[modelId][msg.sender];
        emit ModelBondReleased(modelId, msg.sender, --_models[modelId].cases);
    }

    /// @inheritdoc IQualityModels
    function condemn(uint32 modelId) external returns (uint256 charged) {
        _requireCase(modelId);
        if (isActive(modelId)) _retire(modelId);
        Model storage model = _models[modelId];
        charged = model.bond;
        model.bond = 0;
        emit ModelCondemned(modelId, msg.sender, charged);
        if (charged > 0) asset.safeTransfer(msg.sender, charged);
    }

    /* GOVERNANCE */

    /// @notice Appoints the contract that may hold bonds; cases that are open stay with theirs.
    function appointDisputes(address disputes_) external restricted {
        disputes = disputes_;
        emit DisputesAppointed(disputes_);
    }

    /// @notice Sets the bond of models published from now on.
    function setBondRequired(uint96 bond) external restricted {
        Bounds.check("modelBond", bond, MIN_BOND, MAX_BOND);
        emit ModelBondSet(bondRequired, bond);
        bondRequired = bond;
    }

    /* VIEWS */

    /// @inheritdoc IQualityModels
    function parametersOf(uint32 modelId, uint16 revision) external view returns (Parameter[] memory) {
        _requireRevision(modelId, revision);
        return _parameters[modelId][revision];
    }

    /// @inheritdoc IQualityModels
    function latestRevision(uint32 modelId) external view returns (uint16) {
        _requireModel(modelId);
        return _models[modelId].revisions;
    }

    /// @inheritdoc IQualityModels
    function isActive(uint32 modelId) public view returns (bool) {
        _requireModel(modelId);
        return _models[modelId].bondFreeFrom == 0;
    }

    /// @inheritdoc IQualityModels
    function documentOf(uint32 modelId, uint16 revision) external view returns (bytes32) {
        _requireRevision(modelId, revision);
        return _documents[modelId][revision];
    }

    /// @notice Bond that stands behind a model and the epoch from which it may leave (0: not retired).
    function bondOf(uint32 modelId) external view returns (uint96 bond, uint32 freeFrom) {
        _requireModel(modelId);
        return (_models[modelId].bond, _models[modelId].bondFreeFrom);
    }

    /// @notice The newest document as an IPFS address: a raw CIDv1 with SHA-256 in base 16 (multibase `f`).
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        uint32 modelId = uint32(tokenId);
        return DocumentUri.uriOf(_documents[modelId][_models[modelId].revisions]);
    }

    /* INTERNAL */

    function _freeze(
        uint32 modelId,
        bytes32 documentDigest,
        Parameter[] calldata parameters
    ) internal returns (uint16 revision) {
        require(documentDigest != 0, NoDocument());
        ParameterRules.check(parameters);
        revision = ++_models[modelId].revisions;
        _documents[modelId][revision] = documentDigest;
        Parameter[] storage stored = _parameters[modelId][revision];
        for (uint256 i; i < parameters.length; ++i) stored.push(parameters[i]);
        emit RevisionPublished(modelId, revision, documentDigest, parameters);
    }

    function _retire(uint32 modelId) internal {
        uint32 freeFrom = currentEpoch() + BOND_DELAY_EPOCHS;
        _models[modelId].bondFreeFrom = freeFrom;
        emit ModelRetired(modelId, freeFrom);
    }

    function _requireCase(uint32 modelId) internal view {
        require(_casesOf[modelId][msg.sender] > 0, NoCase(modelId, msg.sender));
    }

    function _requireOwner(uint32 modelId) internal view {
        _requireModel(modelId);
        require(ownerOf(modelId) == msg.sender, NotModelOwner(modelId, msg.sender));
    }

    function _requireModel(uint32 modelId) internal view {
        require(modelId != 0 && modelId <= modelCount, UnknownModel(modelId));
    }

    function _requireRevision(uint32 modelId, uint16 revision) internal view {
        _requireModel(modelId);
        uint16 latest = _models[modelId].revisions;
        require(revision != 0 && revision <= latest, UnknownRevision(modelId, revision, latest));
    }
}
