// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {LotTerms} from "../commodities/ICommodities.sol";
import {PurchaseProof, Receipt} from "../settlement/ISettlement.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Values, ValuesLib} from "../shared/Values.sol";
import {IEvaluations, Report, ReportState, Round} from "./IEvaluations.sol";
import {RoundStore} from "./RoundStore.sol";

/// @title Reports
/// @notice Commit and reveal: who may report on a lot, with what bond and what weight.
///
/// Purchases are used once without a list of used ones: a receipt names its lot and, by commitment, its buyer; only the buyer
/// can commit with it; an account has one experiencer id forever; and an id reports once on a lot.
abstract contract Reports is RoundStore {
    bytes32 private constant REPORT = keccak256("TrustedCommerceCommune.Report");

    mapping(uint32 experiencerId => mapping(uint32 closingEpoch => uint256 fees)) public committedFeesOf;

    /// @inheritdoc IEvaluations
    function commit(Receipt calldata receipt, PurchaseProof calldata proof, bytes32 salt, bytes32 commitment) external {
        uint32 lotId = receipt.lotId;
        uint32 experiencerId = power.idOf(msg.sender);
        require(experiencerId != 0, NotRegistered(msg.sender));
        require(commitment != 0, NoCommitment());
        require(receipt.fee > 0, NoFee());
        uint32 closing = _checkReporter(lotId, receipt);
        bytes32 buyer = keccak256(abi.encode(msg.sender, salt));
        require(receipt.buyerCommitment == buyer, NotBuyer(receipt.buyerCommitment, buyer));
        Report storage report = _reports[lotId][experiencerId];
        require(report.state == ReportState.None, AlreadyReported(lotId, experiencerId));
        bytes32 digest = settlement.checkPurchase(receipt, proof);

        uint64 fee = SafeCast.toUint64(receipt.fee);
        report.payload = uint256(commitment);
        report.fee = fee;
        report.bondMultiple = bondMultiple;
        report.state = ReportState.Committed;
        committedFeesOf[experiencerId][closing] += fee;
        uint256 bond = uint256(fee) * report.bondMultiple;
        emit ReportCommitted(lotId, experiencerId, commitment, digest, fee, bond);
        AssetTransfers.pull(asset, msg.sender, bond);
    }

    /// @inheritdoc IEvaluations
    function reveal(
        uint32 lotId,
        uint32 experiencerId,
        int32[] calldata values,
        bytes32 evidenceDigest,
        bytes32 salt
    ) external {
        LotTerms memory terms = _ownLot(lotId);
        uint48 from = epochStart(terms.closingEpoch);
        _checkWindow(lotId, from, from + epochLength / 2);
        Report storage report = _reports[lotId][experiencerId];
        _checkState(lotId, experiencerId, report.state, ReportState.Committed);
        require(values.length == terms.parameterCount, ValueCount(values.length, terms.parameterCount));
        Values packed = ValuesLib.pack(values);
        bytes32 given = hashReport(lotId, experiencerId, packed, evidenceDigest, salt);
        require(report.payload == uint256(given), CommitmentMismatch(bytes32(report.payload), given));

        (uint256 power_, uint64 weight) = _weigh(experiencerId, terms.closingEpoch, report.fee);
        report.payload = Values.unwrap(packed);
        report.weight = weight;
        report.state = ReportState.Revealed;
        _addToRound(lotId, terms.parameterCount, weight);
        emit ReportRevealed(lotId, experiencerId, values, evidenceDigest, power_, weight);
    }

    /// @inheritdoc IEvaluations
    function hashReport(
        uint32 lotId,
        uint32 experiencerId,
        Values values,
        bytes32 evidenceDigest,
        bytes32 salt
    ) public view returns (bytes32) {
        return
            keccak256(
                abi.encode(REPORT, block.chainid, address(this), lotId, experiencerId, values, evidenceDigest, salt)
            );
    }

    function _checkReporter(uint32 lotId, Receipt calldata receipt) private view returns (uint32 closing) {
        LotTerms memory terms = _ownLot(lotId);
        closing = terms.closingEpoch;
        _checkWindow(lotId, epochStart(terms.startEpoch), epochStart(closing));
        require(receipt.epoch >= terms.startEpoch, PurchaseBeforeSale(receipt.epoch, terms.startEpoch));
        // A platform cannot lay the fees of a whole lot, and so all its weight, on one receipt.
        uint256 fee = Math.ceilDiv(uint256(receipt.sales) * terms.feeBps, BPS);
        require(receipt.fee == fee, FeeNotAtRate(lotId, receipt.fee, fee));
        require(
            msg.sender != terms.producer && msg.sender != models.ownerOf(terms.modelId),
            ConflictOfInterest(lotId, msg.sender)
        );
    }

    /// @dev Power is divided among the lots one works on, in proportion to the fees behind the reports, so neither more lots
    /// nor more identities give more weight.
    function _weigh(
        uint32 experiencerId,
        uint32 closing,
        uint256 fee
    ) private view returns (uint256 power_, uint64 weight) {
        uint256 committed = committedFeesOf[experiencerId][closing];
        power_ = power.powerAt(experiencerId, epochStart(closing)) + committed;
        weight = uint64(Math.min((power_ * fee) / committed, type(uint64).max));
    }

    function _addToRound(uint32 lotId, uint8 parameterCount, uint256 weight) private {
        Round storage round = _rounds[lotId];
        round.totalWeight += uint96(weight);
        ++round.revealed;
        round.parameterCount = parameterCount;
    }
}
