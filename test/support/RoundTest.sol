// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {IEvaluations, Report, Round} from "../../contracts/experience/IEvaluations.sol";
import {Direction, Parameter} from "../../contracts/models/IQualityModels.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {CommuneTest} from "./CommuneTest.sol";
import {Book, LotLeaf, NomineeLeaf, Statements} from "./Statements.sol";
import {vm} from "./Vm.sol";

/// @notice One lot from its offer to the last claim, step by step. The lot `lotId` has two parameters (see
/// {CommuneTest-twoParameters}), is sold in epoch 1, closed in epoch 5 and scored in epoch 6.
abstract contract RoundTest is CommuneTest {
    uint32 internal constant START = 1;
    uint32 internal constant CLOSING = 5;
    uint32 internal constant SCORING = 6;
    uint32 internal constant CLAIMING = 7;
    uint16 internal constant FEE_BPS = 1_500;
    /// @dev Sales of an order that brings a fee of 1,000,000.
    uint72 internal constant SALES = 6_666_666;
    uint256 internal constant FEE = 1_000_000;
    bytes32 internal constant EVIDENCE = keccak256("evidence");

    uint32 internal modelId;
    uint32 internal commodityId;
    uint32 internal lotId;
    /// @dev Reporter i has the experiencer id i + 1.
    address[] internal reporters;
    /// @dev What the reporters will commit to and reveal; two values unless a test says otherwise.
    mapping(address reporter => mapping(uint32 lotId => int32[] values)) internal measured;
    /// @dev Orders of the next statement.
    Receipt[] internal orders;
    uint256 private _serial;

    function setUp() public virtual override {
        super.setUp();
        modelId = publishModel();
        commodityId = listCommodity(modelId);
        lotId = offerLot(commodityId, "LOT-A", START, 1);
    }

    /* ACTORS */

    function reporterAt(uint256 i) internal pure returns (address) {
        return address(uint160(0x10_000 + i));
    }

    /// @dev Registers `count` more experiencers who have money.
    function enlist(uint256 count) internal {
        for (uint256 k; k < count; ++k) {
            address account = reporterAt(reporters.length);
            reporters.push(account);
            fund(account);
            vm.prank(account);
            power.register(0);
        }
    }

    function idOf(uint256 i) internal pure returns (uint32) {
        return uint32(i + 1);
    }

    /// @dev 1, 2, … count.
    function ids(uint256 count) internal pure returns (uint32[] memory list) {
        list = new uint32[](count);
        for (uint256 i; i < count; ++i) list[i] = uint32(i + 1);
    }

    function one(uint32 id) internal pure returns (uint32[] memory list) {
        list = new uint32[](1);
        list[0] = id;
    }

    /* ORDERS AND STATEMENTS */

    /// @dev A receipt in the epoch of the sale's start at the lot's fee rate.
    function order(address buyer, uint32 ofLot, uint72 sales, uint32 nomineeId) internal returns (Receipt memory r) {
        bytes32 orderId = keccak256(abi.encode("order", ++_serial));
        r = Receipt({
            platformId: platformId,
            epoch: START,
            orderId: orderId,
            lotId: ofLot,
            quantity: 1,
            sales: sales,
            fee: feeOf(sales),
            commission: 0,
            recommenderId: 0,
            nomineeId: nomineeId,
            buyerCommitment: keccak256(abi.encode(buyer, buyerSalt(orderId)))
        });
        orders.push(r);
    }

    function feeOf(uint72 sales) internal pure returns (uint72) {
        return uint72((uint256(sales) * FEE_BPS + 9_999) / 10_000);
    }

    function buyerSalt(bytes32 orderId) internal pure returns (bytes32) {
        return keccak256(abi.encode("buyer", orderId));
    }

    /// @dev Posts the collected orders as the statement of `epoch`, at the start of the next one.
    function post(uint32 epoch) internal returns (Book memory book) {
        Receipt[] memory receipts = new Receipt[](orders.length);
        for (uint256 i; i < receipts.length; ++i) {
            orders[i].epoch = epoch;
            receipts[i] = orders[i];
        }
        delete orders;
        book = Statements.build(settlement, platformId, epoch, receipts);
        toEpoch(epoch + 1);
        vm.prank(operator);
        settlement.commitStatement(book.statement);
    }

    function openLots(Book memory book) internal {
        for (uint256 i; i < book.lots.length; ++i) openLotLeaf(book, i);
    }

    function openLotLeaf(Book memory book, uint256 i) internal {
        LotLeaf memory leaf = book.lots[i];
        settlement.openLot(platformId, book.statement.epoch, leaf.lotId, leaf.inner, leaf.path);
    }

    function openNominees(Book memory book) internal {
        for (uint256 i; i < book.nominees.length; ++i) {
            if (book.nominees[i].nomineeId != 0) openNomineeLeaf(book, i);
        }
    }

    function openNomineeLeaf(Book memory book, uint256 i) internal {
        NomineeLeaf memory leaf = book.nominees[i];
        settlement.openNominee(platformId, book.statement.epoch, leaf.lotId, leaf.nomineeId, leaf.inner, leaf.path);
    }

    /* REPORTS */

    function pair(int32 a, int32 b) internal pure returns (int32[] memory list) {
        list = new int32[](2);
        (list[0], list[1]) = (a, b);
    }

    function pack(int32[] memory list) internal pure returns (Values packed) {
        for (uint256 i; i < list.length; ++i) packed = packed.with(i, list[i]);
    }

    function reportSalt(address reporter) internal pure returns (bytes32) {
        return keccak256(abi.encode("report", reporter));
    }

    function commitmentOf(address reporter, uint32 ofLot) internal view returns (bytes32) {
        return
            evaluations.hashReport(
                ofLot,
                power.idOf(reporter),
                pack(measured[reporter][ofLot]),
                EVIDENCE,
                reportSalt(reporter)
            );
    }

    /// @dev The reporter commits to what he measured, with receipt i of the book.
    function commit(address reporter, Book memory book, uint256 i) internal {
        bytes32 commitment = commitmentOf(reporter, book.receipts[i].lotId);
        vm.prank(reporter);
        evaluations.commit(book.receipts[i], book.proofs[i], buyerSalt(book.receipts[i].orderId), commitment);
    }

    function reveal(address reporter, uint32 ofLot) internal {
        evaluations.reveal(ofLot, power.idOf(reporter), measured[reporter][ofLot], EVIDENCE, reportSalt(reporter));
    }

    function unseal() internal {
        commodities.unseal(lotId, sealedValues(), SEAL_SALT);
    }

    /* WHOLE STAGES: for tests of what comes after them */

    /// @dev `count` new reporters buy one order of `SALES` each, nominate themselves and measure 150 and 100.
    function buyAll(uint256 count) internal returns (Book memory book) {
        enlist(count);
        for (uint256 i; i < count; ++i) {
            measured[reporters[i]][lotId] = pair(150, 100);
            order(reporters[i], lotId, SALES, idOf(i));
        }
        return post(START);
    }

    function commitAll(Book memory book) internal {
        for (uint256 i; i < reporters.length; ++i) commit(reporters[i], book, i);
    }

    function revealAll() internal {
        for (uint256 i; i < reporters.length; ++i) reveal(reporters[i], lotId);
    }

    /// @dev From the statement to the end of the closing epoch with the consensus (a, b).
    function playToFinal(Book memory book, int32 a, int32 b) internal {
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(a, b), ids(reporters.length));
        toEpoch(SCORING);
        evaluations.finalize(lotId);
    }

    /// @dev From there to the closed round, with everything opened and scored.
    function playToClosed(Book memory book) internal {
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(reporters.length));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
    }

    /* LOTS WITH MANY PARAMETERS */

    /// @dev Eight parameters −1,000,000 … 1,000,000 with tolerance 100 and weights 1,300 … and the rest; the last is sealed.
    function eightParameters() internal pure returns (Parameter[] memory parameters) {
        parameters = new Parameter[](8);
        for (uint256 i; i < 8; ++i) {
            bytes12 code = bytes12(bytes1(uint8(65 + i)));
            parameters[i] = Parameter(
                code,
                Direction.TwoSided,
                0,
                -1_000_000,
                1_000_000,
                100,
                i < 7 ? 1_300 : 900,
                false,
                i == 7
            );
        }
    }

    /// @dev Makes `lotId` a lot of the eight-parameter model; open claims 0, sealed claim 100.
    function useEightParameters() internal {
        vm.prank(expert);
        uint32 model = models.publish(DOCUMENT, eightParameters());
        commodityId = listCommodity(model);
        ICommodities.LotOffer memory lotOffer_ = lotOffer(commodityId, "LOT-8", START, 1);
        lotOffer_.openClaims = new int32[](7);
        coverNextLot(commodityId);
        vm.prank(producer);
        lotId = commodities.offer(lotOffer_);
    }

    /* REFUSALS */

    /// @dev The call reverts with exactly this error and changes nothing.
    function refused(address caller, bytes memory call_, bytes memory reason) internal {
        bytes32 before = fingerprint();
        vm.prank(caller);
        (bool ok, bytes memory data) = address(evaluations).call(call_);
        vm.assertFalse(ok);
        if (keccak256(data) != keccak256(reason)) {
            // Shows what it was instead.
            assembly ("memory-safe") {
                revert(add(data, 0x20), mload(data))
            }
        }
        vm.assertEq(fingerprint(), before);
    }

    function refused(bytes memory call_, bytes memory reason) internal {
        refused(address(this), call_, reason);
    }

    /// @dev Hash of everything that an action on `lotId` could change.
    function fingerprint() internal view returns (bytes32 hash) {
        hash = keccak256(
            abi.encode(evaluations.roundOf(lotId), evaluations.auditFundAccrued(), settlement.potOf(lotId))
        );
        for (uint32 id; id <= reporters.length; ++id) {
            hash = keccak256(
                abi.encode(
                    hash,
                    evaluations.reportOf(lotId, id),
                    evaluations.committedFeesOf(id, CLOSING),
                    id == 0 ? 0 : asset.balanceOf(reporters[id - 1])
                )
            );
        }
        for (uint8 b; b <= 64; ++b) hash = keccak256(abi.encode(hash, evaluations.bucketOf(lotId, b)));
        (uint256 carry, uint32 since) = settlement.carryOf(commodityId);
        uint256 held = asset.balanceOf(address(evaluations));
        hash = keccak256(
            abi.encode(
                hash,
                carry,
                since,
                held,
                asset.balanceOf(address(settlement)),
                power.totalPowerAt(power.clock()),
                evaluations.bondMultiple(),
                evaluations.kappaBps(),
                commodities.lotOf(lotId)
            )
        );
    }

    function outsideWindow(uint48 from, uint48 until) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.OutsideWindow.selector, lotId, from, until);
    }

    /* READING */

    function roundOf() internal view returns (Round memory) {
        return evaluations.roundOf(lotId);
    }

    function reportOf(uint256 i) internal view returns (Report memory) {
        return evaluations.reportOf(lotId, idOf(i));
    }

    function revealEnd() internal view returns (uint48) {
        return evaluations.epochStart(CLOSING) + EPOCH / 2;
    }

    function startOf(uint32 epoch) internal view returns (uint48) {
        return evaluations.epochStart(epoch);
    }
}
