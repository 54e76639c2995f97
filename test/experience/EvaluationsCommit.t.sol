// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {IEvaluations, Report, ReportState} from "../../contracts/experience/IEvaluations.sol";
import {ISettlement, PurchaseProof, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

contract EvaluationsCommitTest is RoundTest {
    bytes32 private constant COMMITMENT = keccak256("commitment");

    /* WHAT A COMMITMENT DOES */

    function test_commit_storesTheReportAndTakesTheBond() public {
        Book memory book = buyAll(2);
        Receipt memory receipt = book.receipts[1];
        uint256 before = asset.balanceOf(reporters[1]);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportCommitted(lotId, 2, COMMITMENT, settlement.receiptDigest(receipt), FEE, 6 * FEE);
        send(reporters[1], receipt, book.proofs[1]);

        Report memory report = reportOf(1);
        vm.assertEq(report.payload, uint256(COMMITMENT));
        vm.assertEq(report.fee, FEE);
        vm.assertEq(report.bondMultiple, 6);
        vm.assertEq(uint256(report.state), uint256(ReportState.Committed));
        vm.assertEq(report.weight, 0);
        vm.assertEq(report.nominated, 0);
        vm.assertEq(before - asset.balanceOf(reporters[1]), 6 * FEE);
        vm.assertEq(asset.balanceOf(address(evaluations)), 6 * FEE);
        vm.assertEq(evaluations.committedFeesOf(2, CLOSING), FEE);
        vm.assertEq(uint256(reportOf(0).state), uint256(ReportState.None));
    }

    function testFuzz_commit_bondIsTheMultipleOfTheFee(uint72 sales, uint8 multiple) public {
        sales = uint72(bound(sales, 1, 1e18));
        multiple = uint8(bound(multiple, 2, 10));
        evaluations.setBondMultiple(multiple);
        enlist(1);
        order(reporters[0], lotId, sales, 1);
        Book memory book = post(START);
        send(reporters[0], book.receipts[0], book.proofs[0]);
        vm.assertEq(asset.balanceOf(address(evaluations)), uint256(feeOf(sales)) * multiple);
        vm.assertEq(evaluations.committedFeesOf(1, CLOSING), feeOf(sales));
    }

    function test_commit_keepsTheMultipleOfItsTime() public {
        Book memory book = buyAll(2);
        send(reporters[0], book.receipts[0], book.proofs[0]);
        evaluations.setBondMultiple(10);
        send(reporters[1], book.receipts[1], book.proofs[1]);
        vm.assertEq(reportOf(0).bondMultiple, 6);
        vm.assertEq(reportOf(1).bondMultiple, 10);
        vm.assertEq(asset.balanceOf(address(evaluations)), 16 * FEE);
    }

    function test_commit_addsUpTheFeesOfLotsThatCloseTogether() public {
        uint32 second = offerLot(commodityId, "LOT-B", START, 1);
        uint32 later = offerLot(commodityId, "LOT-C", START, 2);
        enlist(1);
        order(reporters[0], lotId, SALES, 1);
        order(reporters[0], second, 2 * SALES, 1);
        order(reporters[0], later, 3 * SALES, 1);
        Book memory book = post(START);
        for (uint256 i; i < 3; ++i) send(reporters[0], book.receipts[i], book.proofs[i]);
        vm.assertEq(evaluations.committedFeesOf(1, CLOSING), feeOf(SALES) + feeOf(2 * SALES));
        vm.assertEq(evaluations.committedFeesOf(1, CLOSING + 1), feeOf(3 * SALES));
    }

    function test_commit_worksFromTheStatementToTheLastSecond() public {
        Book memory book = buyAll(2);
        send(reporters[0], book.receipts[0], book.proofs[0]);
        vm.warp(startOf(CLOSING) - 1);
        send(reporters[1], book.receipts[1], book.proofs[1]);
        vm.assertEq(uint256(reportOf(1).state), uint256(ReportState.Committed));
    }

    /* WHO, WHAT AND WHEN */

    function test_commit_refusesTheUnregistered() public {
        order(address(0x77), lotId, SALES, 0);
        Book memory book = post(START);
        refusedAs(address(0x77), book, 0, abi.encodeWithSelector(IEvaluations.NotRegistered.selector, address(0x77)));
    }

    function test_commit_refusesAnEmptyCommitment() public {
        Book memory book = buyAll(1);
        bytes memory call_ = abi.encodeCall(
            IEvaluations.commit,
            (book.receipts[0], book.proofs[0], buyerSalt(book.receipts[0].orderId), bytes32(0))
        );
        refused(reporters[0], call_, abi.encodeWithSelector(IEvaluations.NoCommitment.selector));
    }

    function test_commit_refusesAPurchaseWithoutFee() public {
        enlist(1);
        order(reporters[0], lotId, 0, 1);
        Book memory book = post(START);
        refusedAs(reporters[0], book, 0, abi.encodeWithSelector(IEvaluations.NoFee.selector));
    }

    function test_commit_refusesALotThatDoesNotExist() public {
        Book memory book = buyAll(1);
        book.receipts[0].lotId = 1;
        refusedAs(reporters[0], book, 0, abi.encodeWithSelector(ICommodities.UnknownLot.selector, 1));
    }

    function test_commit_refusesALotOfAnotherContract() public {
        commodities.appointEvaluations(address(0xE7));
        uint32 foreign = offerLot(commodityId, "LOT-B", START, 1);
        enlist(1);
        order(reporters[0], foreign, SALES, 1);
        Book memory book = post(START);
        refusedAs(
            reporters[0],
            book,
            0,
            abi.encodeWithSelector(IEvaluations.ForeignLot.selector, foreign, address(0xE7))
        );
    }

    function test_commit_refusesTheSecondBeforeTheSale() public {
        Book memory book = buyAll(1);
        vm.warp(startOf(START) - 1);
        refusedAs(reporters[0], book, 0, outsideWindow(startOf(START), startOf(CLOSING)));
    }

    function test_commit_refusesTheFirstSecondOfTheClosingEpoch() public {
        Book memory book = buyAll(1);
        toEpoch(CLOSING);
        refusedAs(reporters[0], book, 0, outsideWindow(startOf(START), startOf(CLOSING)));
    }

    function testFuzz_commit_refusesAnyOtherTime(uint48 time) public {
        Book memory book = buyAll(1);
        time = uint48(bound(time, GENESIS, GENESIS + 40 * EPOCH));
        if (time >= startOf(START) && time < startOf(CLOSING)) time += startOf(CLOSING) - startOf(START);
        vm.warp(time);
        refusedAs(reporters[0], book, 0, outsideWindow(startOf(START), startOf(CLOSING)));
    }

    function test_commit_refusesAPurchaseBeforeTheSale() public {
        enlist(1);
        order(reporters[0], lotId, SALES, 1);
        Book memory book = post(START - 1);
        refusedAs(
            reporters[0],
            book,
            0,
            abi.encodeWithSelector(IEvaluations.PurchaseBeforeSale.selector, START - 1, START)
        );
    }

    function test_commit_refusesTheProducer() public {
        refusedForConflict(producer);
    }

    function test_commit_refusesTheOwnerOfTheModel() public {
        refusedForConflict(expert);
    }

    function test_commit_refusesTheNewOwnerOfTheModel() public {
        address heir = address(0x77);
        fund(heir);
        vm.prank(expert);
        models.transferFrom(expert, heir, modelId);
        refusedForConflict(heir);
    }

    function test_commit_refusesAnotherBuyersReceipt() public {
        Book memory book = buyAll(2);
        Receipt memory receipt = book.receipts[0];
        bytes32 salt = buyerSalt(receipt.orderId);
        bytes32 given = keccak256(abi.encode(reporters[1], salt));
        refusedAs(
            reporters[1],
            book,
            0,
            abi.encodeWithSelector(IEvaluations.NotBuyer.selector, receipt.buyerCommitment, given)
        );
    }

    function testFuzz_commit_refusesAnotherSalt(bytes32 salt) public {
        Book memory book = buyAll(1);
        Receipt memory receipt = book.receipts[0];
        vm.assume(salt != buyerSalt(receipt.orderId));
        bytes32 given = keccak256(abi.encode(reporters[0], salt));
        refused(
            reporters[0],
            abi.encodeCall(IEvaluations.commit, (receipt, book.proofs[0], salt, COMMITMENT)),
            abi.encodeWithSelector(IEvaluations.NotBuyer.selector, receipt.buyerCommitment, given)
        );
    }

    /* ONE PURCHASE, ONE REPORT */

    function test_commit_refusesTheSamePurchaseTwice() public {
        Book memory book = buyAll(1);
        send(reporters[0], book.receipts[0], book.proofs[0]);
        refusedAs(reporters[0], book, 0, abi.encodeWithSelector(IEvaluations.AlreadyReported.selector, lotId, 1));
    }

    function test_commit_refusesASecondReportOnTheLotWithAnotherPurchase() public {
        enlist(1);
        order(reporters[0], lotId, SALES, 1);
        order(reporters[0], lotId, SALES, 1);
        Book memory book = post(START);
        send(reporters[0], book.receipts[0], book.proofs[0]);
        refusedAs(reporters[0], book, 1, abi.encodeWithSelector(IEvaluations.AlreadyReported.selector, lotId, 1));
    }

    function test_commit_refusesAUsedPurchaseInEveryLaterState() public {
        Book memory book = buyAll(7);
        commitAll(book);
        bytes memory again = abi.encodeWithSelector(IEvaluations.AlreadyReported.selector, lotId, 1);
        refusedAs(reporters[0], book, 0, again);
        toEpoch(CLOSING);
        reveal(reporters[0], lotId);
        // Were the window open, the report that was revealed would still be the only one.
        vm.warp(startOf(CLOSING) - 1);
        refusedAs(reporters[0], book, 0, again);
        vm.warp(startOf(CLAIMING));
        evaluations.claim(lotId, 2);
        vm.warp(startOf(CLOSING) - 1);
        refusedAs(reporters[1], book, 1, abi.encodeWithSelector(IEvaluations.AlreadyReported.selector, lotId, 2));
    }

    function test_commit_refusesTheReceiptForAnotherLot() public {
        offerLot(commodityId, "LOT-B", START, 1);
        Book memory book = buyAll(3);
        book.receipts[0].lotId = lotId + 1;
        // One lot only: the lot tree has the depth 0, so position 1 does not exist.
        refusedByProof(reporters[0], book, 0, SumTree.PositionOutsideTree.selector);
    }

    function test_commit_refusesTheReceiptForAnotherLotOfTheStatement() public {
        uint32 second = offerLot(commodityId, "LOT-B", START, 1);
        enlist(2);
        order(reporters[0], lotId, SALES, 1);
        order(reporters[1], second, SALES, 2);
        Book memory book = post(START);
        book.receipts[0].lotId = second;
        refusedByProof(reporters[0], book, 0, ISettlement.RootMismatch.selector);
    }

    /* PURCHASE PROOFS */

    function test_commit_refusesAnotherIndex() public {
        Book memory book = sharedNominee();
        book.proofs[0].receiptIndex = 1;
        refusedByProof(reporters[0], book, 0, ISettlement.RootMismatch.selector);
        book.proofs[0].receiptIndex = 4;
        refusedByProof(reporters[0], book, 0, SumTree.PositionOutsideTree.selector);
    }

    function test_commit_refusesAnotherDepth() public {
        Book memory book = sharedNominee();
        Node[] memory path = book.proofs[0].receiptPath;
        book.proofs[0].receiptPath = new Node[](path.length + 1);
        for (uint256 i; i < path.length; ++i) book.proofs[0].receiptPath[i] = path[i];
        refusedByProof(reporters[0], book, 0, ISettlement.RootMismatch.selector);
        book.proofs[0].receiptPath = path;
        book.proofs[0].lotPath = new Node[](1);
        refusedByProof(reporters[0], book, 0, SumTree.PathLength.selector);
        book.proofs[0].lotPath = new Node[](33);
        refusedByProof(reporters[0], book, 0, SumTree.PathLength.selector);
    }

    function test_commit_refusesAnotherNominee() public {
        Book memory book = sharedNominee();
        book.receipts[0].nomineeId = 1;
        refusedByProof(reporters[0], book, 0, ISettlement.RootMismatch.selector);
    }

    function test_commit_refusesAnotherEpoch() public {
        Book memory book = buyAll(2);
        book.receipts[0].epoch = START + 1;
        refusedByProof(reporters[0], book, 0, ISettlement.NoStatement.selector);
        // The same orders in another epoch's statement are other receipts.
        for (uint256 i; i < 2; ++i) order(reporters[i], lotId, 2 * SALES, idOf(i));
        Book memory next = post(START + 1);
        Receipt memory receipt = next.receipts[0];
        next.receipts[0] = book.receipts[0];
        next.receipts[0].epoch = START + 1;
        refusedByProof(reporters[0], next, 0, ISettlement.RootMismatch.selector);
        next.receipts[0] = receipt;
        send(reporters[0], receipt, next.proofs[0]);
    }

    function test_commit_refusesAnotherPlatform() public {
        Book memory book = buyAll(2);
        book.receipts[0].platformId = platformId + 1;
        refusedByProof(reporters[0], book, 0, ISettlement.NoStatement.selector);
        // Even when the other platform posts the very same roots.
        address rival = address(0xA2);
        fund(rival);
        book.statement.platformId = admitPlatform(rival, "https://rival.example");
        vm.prank(rival);
        settlement.commitStatement(book.statement);
        refusedByProof(reporters[0], book, 0, ISettlement.RootMismatch.selector);
    }

    function test_commit_refusesAnotherChain() public {
        Book memory book = buyAll(2);
        vm.chainId(1);
        refusedByProof(reporters[0], book, 0, ISettlement.RootMismatch.selector);
        vm.chainId(31_337);
        send(reporters[0], book.receipts[0], book.proofs[0]);
    }

    function test_commit_refusesOtherSums() public {
        Book memory book = sharedNominee();
        book.receipts[0].sales = 2 * SALES;
        book.receipts[0].fee = feeOf(2 * SALES);
        refusedByProof(reporters[0], book, 0, ISettlement.RootMismatch.selector);
    }

    /// @dev However the platform signed and posted it: a receipt weighs what the lot's rate makes of its sales.
    function testFuzz_commit_refusesAFeeThatIsNotAtTheRate(uint72 fee) public {
        fee = uint72(bound(fee, 1, SALES));
        vm.assume(fee != FEE);
        enlist(1);
        order(reporters[0], lotId, SALES, 1);
        orders[0].fee = fee;
        Book memory book = post(START);
        refusedAs(reporters[0], book, 0, abi.encodeWithSelector(IEvaluations.FeeNotAtRate.selector, lotId, fee, FEE));
    }

    function testFuzz_commit_refusesAnySiblingThatWasTamperedWith(uint256 seed, bytes32 hash) public {
        Book memory book = sharedNominee();
        PurchaseProof memory proof = book.proofs[1];
        Node memory sibling = seed % 2 == 0 ? proof.receiptPath[(seed % 3) % 2] : proof.nomineePath[seed % 3];
        vm.assume(hash != sibling.hash);
        sibling.hash = hash;
        refusedByProof(reporters[1], book, 1, ISettlement.RootMismatch.selector);
    }

    /* MONEY */

    function test_commit_refusesWithoutAllowance() public {
        Book memory book = buyAll(1);
        vm.prank(reporters[0]);
        asset.approve(address(evaluations), 6 * FEE - 1);
        refusedAs(
            reporters[0],
            book,
            0,
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(evaluations),
                6 * FEE - 1,
                6 * FEE
            )
        );
    }

    function test_commit_refusesAFeeBeyond64Bits() public {
        enlist(1);
        uint72 sales = 130e18;
        order(reporters[0], lotId, sales, 1);
        Book memory book = post(START);
        refusedAs(
            reporters[0],
            book,
            0,
            abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 64, feeOf(sales))
        );
    }

    /* HELPERS */

    function send(address reporter, Receipt memory receipt, PurchaseProof memory proof) private {
        vm.prank(reporter);
        evaluations.commit(receipt, proof, buyerSalt(receipt.orderId), COMMITMENT);
    }

    function callOf(Book memory book, uint256 i) private pure returns (bytes memory) {
        Receipt memory receipt = book.receipts[i];
        return abi.encodeCall(IEvaluations.commit, (receipt, book.proofs[i], buyerSalt(receipt.orderId), COMMITMENT));
    }

    function refusedAs(address caller, Book memory book, uint256 i, bytes memory reason) private {
        refused(caller, callOf(book, i), reason);
    }

    /// @dev Refused with the very error of the proof's check, which is of the given kind.
    function refusedByProof(address caller, Book memory book, uint256 i, bytes4 selector) private {
        (, bytes memory reason) = address(settlement).call(
            abi.encodeCall(ISettlement.checkPurchase, (book.receipts[i], book.proofs[i]))
        );
        vm.assertEq(bytes32(bytes4(reason)), bytes32(selector));
        refused(caller, callOf(book, i), reason);
    }

    function refusedForConflict(address party) private {
        enlist(1);
        vm.prank(party);
        power.register(0);
        order(party, lotId, SALES, 0);
        Book memory book = post(START);
        refusedAs(party, book, 0, abi.encodeWithSelector(IEvaluations.ConflictOfInterest.selector, lotId, party));
    }

    /// @dev Four reporters who all nominate experiencer 7.
    function sharedNominee() private returns (Book memory) {
        enlist(4);
        for (uint256 i; i < 4; ++i) order(reporters[i], lotId, SALES + uint72(i), 7);
        return post(START);
    }
}
