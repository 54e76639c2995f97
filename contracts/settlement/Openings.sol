// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../commodities/ICommodities.sol";
import {IQualityModels} from "../models/IQualityModels.sol";
import {ISettlement, Statement} from "./ISettlement.sol";
import {Pots} from "./Pots.sol";
import {Recommenders} from "./Recommenders.sol";
import {StatementBook} from "./StatementBook.sol";
import {StatementProofs} from "./StatementProofs.sol";
import {Sums} from "./Sums.sol";
import {InnerTree, Node, SumTree} from "./SumTree.sol";

/// @title Openings
/// @notice Opens the leaves of statements, once each: what they pay comes from that statement's deposit.
abstract contract Openings is StatementBook, Pots {
    IQualityModels public immutable models;
    Recommenders public immutable recommenders;

    /// @inheritdoc ISettlement
    mapping(uint32 platformId => mapping(uint32 epoch => mapping(uint32 lotId => bytes32 leaf))) public lotLeafOf;
    mapping(uint32 platformId => mapping(uint32 epoch => mapping(uint64 lotAndNominee => bool opened)))
        private _nomineesOpened;
    /// @inheritdoc ISettlement
    mapping(uint32 platformId => mapping(uint32 epoch => mapping(uint32 recommenderId => bool opened)))
        public isRecommenderOpened;

    constructor(IQualityModels models_, Recommenders recommenders_) {
        models = models_;
        recommenders = recommenders_;
    }

    /// @inheritdoc ISettlement
    function openLot(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external {
        Statement storage statement = _nullifyLot(platformId, epoch, lotId, inner, path);
        LotTerms memory terms = commodities.termsOf(lotId);
        _checkRates(lotId, terms, inner.sums);
        (uint256 expertShare, uint256 potShare) = _spendFees(statement, inner.sums.fees());
        address expert = models.ownerOf(terms.modelId);
        creditOf[expert] += expertShare;
        bool late = _fillPot(lotId, terms, potShare);
        _emitLotOpened(platformId, epoch, lotId, inner, expert, [expertShare, potShare], late);
    }

    /// @inheritdoc ISettlement
    function openNominee(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external {
        require(nomineeId != 0, NobodyNominated());
        _checkNominee(platformId, epoch, lotId, nomineeId, inner, path);
        mapping(uint64 => bool) storage opened = _nomineesOpened[platformId][epoch];
        uint64 key = (uint64(lotId) << 32) | nomineeId;
        require(!opened[key], NomineeAlreadyOpened(platformId, epoch, lotId, nomineeId));
        opened[key] = true;
        uint256 nominated = nominatedOf[lotId][nomineeId] + inner.sums.fees();
        nominatedOf[lotId][nomineeId] = nominated;
        _emitNomineeOpened(platformId, epoch, lotId, nomineeId, inner, nominated);
    }

    /// @inheritdoc ISettlement
    function openRecommender(
        uint32 platformId,
        uint32 epoch,
        uint32 recommenderId,
        InnerTree calldata inner,
        Node[] calldata path
    ) external {
        Statement storage statement = _openable(platformId, epoch);
        require(
            !isRecommenderOpened[platformId][epoch][recommenderId],
            RecommenderAlreadyOpened(platformId, epoch, recommenderId)
        );
        bytes32 leaf = SumTree.recommenderLeaf(SumTree.domain(address(this), platformId, epoch), inner);
        StatementProofs.check(
            SumTree.climb(leaf, inner.sums, recommenderId, path),
            statement.recommenderRoot,
            statement.recommenderDepth,
            statement.totals
        );

        isRecommenderOpened[platformId][epoch][recommenderId] = true;
        uint256 commissions = inner.sums.commissions();
        _spend(statement, commissions);
        address payout;
        if (recommenderId == 0) {
            // Commissions of orders that nobody recommended are a mistake of the platform and nobody's money.
            auditFundAccrued += uint128(commissions);
        } else {
            payout = recommenders.payoutOf(recommenderId);
            require(payout != address(0), UnknownRecommender(recommenderId));
            creditOf[payout] += commissions;
        }
        emit RecommenderOpened(
            platformId,
            epoch,
            recommenderId,
            inner.root,
            payout,
            inner.sums.sales(),
            commissions,
            inner.sums.count()
        );
    }

    /// @inheritdoc ISettlement
    function isLotOpened(uint32 platformId, uint32 epoch, uint32 lotId) external view returns (bool) {
        return lotLeafOf[platformId][epoch][lotId] != 0;
    }

    /// @inheritdoc ISettlement
    function isNomineeOpened(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId
    ) external view returns (bool) {
        return _nomineesOpened[platformId][epoch][(uint64(lotId) << 32) | nomineeId];
    }

    function _openable(uint32 platformId, uint32 epoch) private view returns (Statement storage statement) {
        statement = _statements[platformId][epoch];
        uint48 postedAt = statement.postedAt;
        require(postedAt != 0, NoStatement(platformId, epoch));
        uint48 endsAt = postedAt + challengeWindow;
        require(block.timestamp >= endsAt, ChallengeWindowOpen(platformId, epoch, endsAt));
    }

    /// @dev Proves a lot leaf and keeps its hash: it nullifies the leaf and is what nominee leaves are proven under.
    function _nullifyLot(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        InnerTree calldata inner,
        Node[] calldata path
    ) private returns (Statement storage statement) {
        statement = _openable(platformId, epoch);
        mapping(uint32 => bytes32) storage leaves = lotLeafOf[platformId][epoch];
        require(leaves[lotId] == 0, LotAlreadyOpened(platformId, epoch, lotId));
        bytes32 leaf = SumTree.lotLeaf(SumTree.domain(address(this), platformId, epoch), inner);
        InnerTree memory tree = SumTree.climb(leaf, inner.sums, lotId, path);
        StatementProofs.check(tree, statement.lotRoot, statement.lotDepth, statement.totals);
        leaves[lotId] = leaf;
    }

    /// @dev Every order's fee and commission is rounded up to a whole unit, so `count` orders may exceed the exact rate by
    /// less than `count` units. The platform says `count`; as an order has a fee of at least one unit, what it may add ends at
    /// the exact amount again.
    function _checkRates(uint32 lotId, LotTerms memory terms, Sums sums) private pure {
        (uint256 sales, uint256 fees, uint256 commissions, uint256 count) = (
            sums.sales(),
            sums.fees(),
            sums.commissions(),
            sums.count()
        );
        // Lanes of 72 bits times rates of 16 bits: nothing here can overflow.
        unchecked {
            uint256 minFees = (sales * terms.feeBps + BPS - 1) / BPS;
            uint256 maxFees = minFees + (count < minFees ? count : minFees);
            require(fees >= minFees && fees <= maxFees, FeesOutOfRange(lotId, fees, minFees, maxFees));
            uint256 maxCommissions = (sales * terms.commissionBps + BPS - 1) / BPS;
            maxCommissions += count < maxCommissions ? count : maxCommissions;
            require(commissions <= maxCommissions, CommissionsOutOfRange(lotId, commissions, maxCommissions));
        }
    }

    function _checkNominee(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId,
        InnerTree calldata inner,
        Node[] calldata path
    ) private view {
        bytes32 lotLeaf = lotLeafOf[platformId][epoch][lotId];
        require(lotLeaf != 0, LotNotOpened(platformId, epoch, lotId));
        uint48 closesAt = nominationsCloseAt(lotId);
        require(block.timestamp < closesAt, ScoringClosed(lotId, closesAt));
        bytes32 domain = SumTree.domain(address(this), platformId, epoch);
        bytes32 leaf = SumTree.nomineeLeaf(domain, inner);
        bytes32 computed = SumTree.lotLeaf(domain, SumTree.climb(leaf, inner.sums, nomineeId, path));
        require(computed == lotLeaf, RootMismatch(lotLeaf, computed));
    }

    function _spendFees(
        Statement storage statement,
        uint256 fees
    ) private returns (uint256 expertShare, uint256 potShare) {
        (uint256 forExpert, uint256 forPot, uint256 remaining) = (
            statement.expertBps,
            statement.experiencerBps,
            statement.remaining
        );
        expertShare = (fees * forExpert) / BPS;
        potShare = (fees * forPot) / BPS;
        uint256 amount = expertShare + potShare;
        require(amount <= remaining, DepositExhausted(amount, remaining));
        statement.remaining = uint128(remaining - amount);
    }

    function _spend(Statement storage statement, uint256 amount) private {
        uint256 remaining = statement.remaining;
        require(amount <= remaining, DepositExhausted(amount, remaining));
        statement.remaining = uint128(remaining - amount);
    }

    function _emitNomineeOpened(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        uint32 nomineeId,
        InnerTree calldata inner,
        uint256 nominated
    ) private {
        (uint256 fees, uint256 orders) = (inner.sums.fees(), inner.sums.count());
        emit NomineeOpened(platformId, epoch, lotId, nomineeId, inner.root, fees, orders, nominated);
    }

    /// @param shares Expert share and pot share.
    function _emitLotOpened(
        uint32 platformId,
        uint32 epoch,
        uint32 lotId,
        InnerTree calldata inner,
        address expert,
        uint256[2] memory shares,
        bool late
    ) private {
        emit LotOpened(
            platformId,
            epoch,
            lotId,
            inner.root,
            inner.depth,
            expert,
            inner.sums.sales(),
            inner.sums.fees(),
            inner.sums.commissions(),
            inner.sums.count(),
            shares[0],
            shares[1],
            late
        );
    }
}
