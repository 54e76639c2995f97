// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, Statement} from "../settlement/ISettlement.sol";
import {StatementProofs} from "../settlement/StatementProofs.sol";
import {Sums} from "../settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../settlement/SumTree.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {IDemands, Leaf, LeafKind} from "./IDemands.sol";
import {Case, CaseState, IPledges} from "./IPledges.sol";
import {Platforms} from "./Platforms.sol";
import {Pledges} from "./Pledges.sol";

/// @title Demands
/// @notice What a platform's statement is worth. A platform that keeps its data can answer every demand; what could make an
/// answer impossible without its fault is refused when the leaf is demanded. Holds pledges only; what it slashes is in
/// {Platforms}. Nobody has any privilege here.
contract Demands is IDemands, Pledges {
    /// @dev Epochs after the start of a statement's own in which its leaves can be demanded. Bonds stay that long, see
    /// {PlatformBonds}.
    uint32 private constant DEMAND_EPOCHS = 9;

    Platforms public immutable platforms;
    ISettlement public immutable settlement;

    mapping(bytes32 leafId => Case demand) private _demands;

    constructor(
        Platforms platforms_,
        ISettlement settlement_
    ) EpochClock(platforms_.genesis(), platforms_.epochLength()) {
        platforms = platforms_;
        settlement = settlement_;
    }

    /// @inheritdoc IDemands
    function demandLeaf(Leaf calldata leaf) external payable {
        uint48 closesAt = _checkDemandable(leaf);
        bytes32 leafId = leafIdOf(leaf);
        Case storage demand = _demands[leafId];
        require(demand.state == CaseState.None, LeafAlreadyDemanded(leafId));
        uint48 deadline = _pledge(demand);
        require(closesAt == 0 || deadline < closesAt, NominationsClosing(leaf.lotId, closesAt));
        platforms.openDemand(leaf.platformId);
        emit LeafDemanded(leaf.platformId, leaf.epoch, leafId, leaf, msg.sender, msg.value, deadline);
    }

    /// @inheritdoc IDemands
    function closeDemand(Leaf calldata leaf) external {
        (bytes32 leafId, Case storage demand) = _openDemand(leaf);
        require(_isOpened(leaf), LeafNotOpened(leaf));
        bool late = block.timestamp > demand.deadline;
        demand.state = CaseState.Answered;
        if (late) _pledgeBack(demand);
        else _pledgeToPlatform(leaf.platformId, demand);
        platforms.closeDemand(leaf.platformId);
        emit DemandAnswered(leaf.platformId, leaf.epoch, leafId, msg.sender, false, late);
    }

    /// @inheritdoc IDemands
    function answerAbsent(Leaf calldata leaf, InnerTree calldata lot, Node[] calldata path) external {
        (bytes32 leafId, Case storage demand) = _openDemand(leaf);
        _checkInTime(demand);
        if (leaf.kind == LeafKind.Nominee) _checkNoNominee(leaf, lot, path);
        else _checkEmpty(leaf, path);
        demand.state = CaseState.Answered;
        _pledgeToPlatform(leaf.platformId, demand);
        platforms.closeDemand(leaf.platformId);
        emit DemandAnswered(leaf.platformId, leaf.epoch, leafId, msg.sender, true, false);
    }

    /// @inheritdoc IDemands
    function slashDemand(Leaf calldata leaf) external {
        (bytes32 leafId, Case storage demand) = _openDemand(leaf);
        _checkOverdue(demand);
        require(!_isOpened(leaf), LeafAlreadyOpened(leaf));
        address challenger = demand.challenger;
        _pledgeBack(demand);
        delete _demands[leafId];
        platforms.slashDemand(leaf.platformId, leafId, challenger);
    }

    /* VIEWS */

    /// @inheritdoc IDemands
    function demandOf(bytes32 leafId) external view returns (Case memory) {
        return _demands[leafId];
    }

    /// @inheritdoc IDemands
    function leafIdOf(Leaf calldata leaf) public pure returns (bytes32) {
        return keccak256(abi.encode(leaf));
    }

    /// @inheritdoc IPledges
    function casePledge() public view override(IPledges, Pledges) returns (uint256) {
        return platforms.casePledge();
    }

    /* INTERNAL */

    function _operatorOf(uint32 platformId) internal view override returns (address) {
        return platforms.platformOf(platformId).operator;
    }

    function _openDemand(Leaf calldata leaf) private view returns (bytes32 leafId, Case storage demand) {
        leafId = leafIdOf(leaf);
        demand = _demands[leafId];
        require(_isOpen(demand), LeafNotDemanded(leafId));
    }

    /// @return closesAt When nominations of the lot stop counting; 0 for other leaves.
    function _checkDemandable(Leaf calldata leaf) private view returns (uint48 closesAt) {
        (uint32 platformId, uint32 epoch) = (leaf.platformId, leaf.epoch);
        Statement memory statement = settlement.statementOf(platformId, epoch);
        (uint48 from, uint48 until) = (settlement.opensAt(platformId, epoch), epochStart(epoch + DEMAND_EPOCHS));
        require(
            block.timestamp >= from && block.timestamp < until,
            OutsideDemandWindow(platformId, epoch, from, until)
        );
        bool exists;
        if (leaf.kind == LeafKind.Lot) {
            exists = leaf.payeeId == 0 && uint256(leaf.lotId) >> statement.lotDepth == 0;
        } else if (leaf.kind == LeafKind.Recommender) {
            exists = leaf.lotId == 0 && uint256(leaf.payeeId) >> statement.recommenderDepth == 0;
        } else {
            bool isLotOpened = settlement.lotLeafOf(platformId, epoch, leaf.lotId) != 0;
            require(isLotOpened, LotLeafNotOpened(platformId, epoch, leaf.lotId));
            closesAt = settlement.nominationsCloseAt(leaf.lotId);
            exists = leaf.payeeId != 0;
        }
        require(exists, NoSuchLeaf(leaf));
        require(!_isOpened(leaf), LeafAlreadyOpened(leaf));
    }

    function _isOpened(Leaf calldata leaf) private view returns (bool) {
        if (leaf.kind == LeafKind.Lot) {
            return settlement.lotLeafOf(leaf.platformId, leaf.epoch, leaf.lotId) != 0;
        }
        if (leaf.kind == LeafKind.Recommender) {
            return settlement.isRecommenderOpened(leaf.platformId, leaf.epoch, leaf.payeeId);
        }
        return settlement.isNomineeOpened(leaf.platformId, leaf.epoch, leaf.lotId, leaf.payeeId);
    }

    /// @dev The constant leaf of empty places is at the leaf's position.
    function _checkEmpty(Leaf calldata leaf, Node[] calldata path) private view {
        Statement memory statement = settlement.statementOf(leaf.platformId, leaf.epoch);
        bool isLot = leaf.kind == LeafKind.Lot;
        InnerTree memory tree = SumTree.climb(0, Sums.wrap(0), isLot ? leaf.lotId : leaf.payeeId, path);
        if (isLot) StatementProofs.check(tree, statement.lotRoot, statement.lotDepth, statement.totals);
        else StatementProofs.check(tree, statement.recommenderRoot, statement.recommenderDepth, statement.totals);
    }

    /// @dev The opened lot leaf holds `lot`, which has no such position or an empty place there.
    function _checkNoNominee(Leaf calldata leaf, InnerTree calldata lot, Node[] calldata path) private view {
        bytes32 expected = settlement.lotLeafOf(leaf.platformId, leaf.epoch, leaf.lotId);
        bytes32 computed = SumTree.lotLeaf(SumTree.domain(address(settlement), leaf.platformId, leaf.epoch), lot);
        require(computed == expected, LotLeafMismatch(expected, computed));
        if (uint256(leaf.payeeId) >> lot.depth != 0) return;
        InnerTree memory tree = SumTree.climb(0, Sums.wrap(0), leaf.payeeId, path);
        StatementProofs.check(tree, lot.root, lot.depth, lot.sums);
    }
}
