// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsLib, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {Scope, Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

contract SettlementLotsTest is SettlementTest {
    uint32 private second;
    InnerTree private inner;
    Node[] private path;

    function setUp() public override {
        super.setUp();
        second = offerLot(commodityId, "LOT-2", SALE, 2);
        offerLot(commodityId, "LOT-3", SALE, 2);
    }

    /* OPENING */

    function test_openLot_credits_the_expert_and_fills_the_pot() public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        uint256 before = settlement.statementOf(platformId, 1).remaining;
        InnerTree memory tree = Trees.lotTree(receipts, scopeOf(1), lotId);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.LotOpened(
            platformId,
            1,
            lotId,
            tree.root,
            tree.depth,
            expert,
            6_000_004,
            900_002,
            tree.sums.commissions(),
            3,
            90_000,
            450_001,
            false
        );
        vm.prank(stranger);
        openLot(receipts, lotId);
        vm.assertEq(settlement.creditOf(expert), 90_000);
        vm.assertEq(settlement.potOf(lotId), 450_001);
        vm.assertEq(before - settlement.statementOf(platformId, 1).remaining, 540_001);
        vm.assertTrue(settlement.isLotOpened(platformId, 1, lotId));
        vm.assertFalse(settlement.isLotOpened(platformId, 1, second));
        vm.assertFalse(settlement.isLotOpened(platformId, 2, lotId));
    }

    /// What nominee leaves are proven under, and what shows that a nominee has none.
    function test_openLot_keeps_the_leaf() public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        vm.assertEq(settlement.lotLeafOf(platformId, 1, lotId), bytes32(0));
        openLot(receipts, lotId);
        InnerTree memory tree = Trees.lotTree(receipts, scopeOf(1), lotId);
        vm.assertEq(settlement.lotLeafOf(platformId, 1, lotId), Trees.outerLeaf(3, scopeOf(1), tree).hash);
        vm.assertEq(settlement.lotLeafOf(platformId, 1, second), bytes32(0));
        vm.assertEq(settlement.lotLeafOf(platformId, 2, lotId), bytes32(0));
        vm.assertEq(settlement.lotLeafOf(platformId + 1, 1, lotId), bytes32(0));
    }

    function testFuzz_openLot_shares(uint72 sales) public {
        sales = uint72(bound(sales, 0, type(uint72).max / 2));
        Receipt[] memory receipts = oneReceipt(1, sales);
        settle(receipts);
        openLot(receipts, lotId);
        uint256 fees = ceilBps(sales, 1_500);
        vm.assertEq(settlement.creditOf(expert), fees / 10);
        vm.assertEq(settlement.potOf(lotId), fees / 2);
        vm.assertEq(
            settlement.statementOf(platformId, 1).remaining,
            ceilBps(fees, 1_000) + ceilBps(fees, 5_000) - fees / 10 - fees / 2
        );
    }

    function test_openLot_each_lot_of_a_statement() public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        openLot(receipts, second);
        openLot(receipts, lotId);
        vm.assertEq(settlement.potOf(lotId), 75_000);
        vm.assertEq(settlement.potOf(second), 150_000);
        vm.assertEq(settlement.creditOf(expert), 45_000);
        vm.assertEq(settlement.statementOf(platformId, 1).remaining, 0);
    }

    function test_openLot_pays_whoever_owns_the_model_then() public {
        Receipt[] memory receipts = oneReceipt(1, 1_000_000);
        settle(receipts);
        vm.prank(expert);
        models.transferFrom(expert, alice, modelId);
        openLot(receipts, lotId);
        vm.assertEq(settlement.creditOf(expert), 0);
        vm.assertEq(settlement.creditOf(alice), 15_000);
    }

    function test_openLot_of_a_suspended_platform() public {
        Receipt[] memory receipts = oneReceipt(1, 1_000_000);
        settle(receipts);
        platforms.suspend(platformId);
        openLot(receipts, lotId);
        vm.assertEq(settlement.potOf(lotId), 75_000);
    }

    function test_openLot_keeps_the_shares_of_the_statement() public {
        Receipt[] memory receipts = oneReceipt(1, 1_000_000);
        settle(receipts);
        settlement.setShares(500, 3_000, 10);
        openLot(receipts, lotId);
        vm.assertEq(settlement.creditOf(expert), 15_000);
        vm.assertEq(settlement.potOf(lotId), 75_000);
    }

    /* WHEN */

    function test_openLot_refuses_inside_the_challenge_window() public {
        Receipt[] memory receipts = threeReceipts(1);
        commit(receipts);
        vm.warp(block.timestamp + EPOCH - 1);
        assertRefused(
            lotCall(receipts, scopeOf(1), lotId),
            abi.encodeWithSelector(ISettlement.ChallengeWindowOpen.selector, platformId, 1, uint48(block.timestamp + 1))
        );
        vm.warp(block.timestamp + 1);
        openLot(receipts, lotId);
    }

    function test_openLot_refuses_twice() public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        openLot(receipts, lotId);
        assertRefused(
            lotCall(receipts, scopeOf(1), lotId),
            abi.encodeWithSelector(ISettlement.LotAlreadyOpened.selector, platformId, 1, lotId)
        );
    }

    function test_openLot_refuses_after_the_sweep() public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        toEpoch(53);
        settlement.sweepStatement(platformId, 1);
        assertRefused(
            lotCall(receipts, scopeOf(1), lotId),
            abi.encodeWithSelector(ISettlement.DepositExhausted.selector, 540_001, 0)
        );
    }

    /* WHAT */

    function testFuzz_openLot_refuses_without_statement(uint32 platform, uint32 epoch) public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        if (platform == platformId && epoch == 1) return;
        Scope memory scope = Scope(block.chainid, address(settlement), platform, epoch);
        assertRefused(
            lotCall(receipts, scope, lotId),
            abi.encodeWithSelector(ISettlement.NoStatement.selector, platform, epoch)
        );
    }

    function test_openLot_refuses_another_index() public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        load(receipts, scopeOf(1));
        refuseRoot(receipts, second);
    }

    function testFuzz_openLot_refuses_index_outside(uint32 lot) public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        load(receipts, scopeOf(1));
        lot = uint32(bound(lot, 2, type(uint32).max));
        refuse(lot, abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, lot, 1));
    }

    function test_openLot_refuses_another_depth() public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        load(receipts, scopeOf(1));
        path.push();
        refuse(lotId, abi.encodeWithSelector(SumTree.PathLength.selector, 2, 1));
        path.pop();
        path.pop();
        refuse(lotId, abi.encodeWithSelector(SumTree.PathLength.selector, 0, 1));
    }

    function test_openLot_refuses_another_inner_depth() public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        load(receipts, scopeOf(1));
        inner.depth += 1;
        refuseRoot(receipts, lotId);
    }

    function test_openLot_refuses_a_nominee_leaf_as_lot() public {
        Receipt[] memory receipts = oneReceipt(1, 1_000_000);
        settle(receipts);
        inner = Trees.nomineeTree(receipts, scopeOf(1), lotId, 1);
        refuseRoot(receipts, lotId);
    }

    /// The same tree posted for another epoch proves nothing of this one.
    function test_openLot_refuses_another_epoch() public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        statement.epoch = 2;
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(4);
        load(receipts, scopeOf(1));
        Node memory computed = Trees.climb(Trees.outerLeaf(3, scopeOf(2), inner), lotId, path);
        assertRefused(
            abi.encodeCall(ISettlement.openLot, (platformId, 2, lotId, inner, path)),
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, statement.lotRoot, computed.hash)
        );
    }

    function test_openLot_refuses_another_platform() public {
        Receipt[] memory receipts = twoLots();
        commit(receipts);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        statement.platformId = admitPlatform(operator, "");
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(3);
        load(receipts, scopeOf(1));
        Scope memory scope = Scope(block.chainid, address(settlement), statement.platformId, 1);
        Node memory computed = Trees.climb(Trees.outerLeaf(3, scope, inner), lotId, path);
        assertRefused(
            abi.encodeCall(ISettlement.openLot, (statement.platformId, 1, lotId, inner, path)),
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, statement.lotRoot, computed.hash)
        );
    }

    function test_openLot_refuses_another_chain() public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        load(receipts, scopeOf(1));
        bytes32 root = Trees.statement(receipts, scopeOf(1)).lotRoot;
        vm.chainId(1);
        Node memory computed = Trees.climb(Trees.outerLeaf(3, scopeOf(1), inner), lotId, path);
        refuse(lotId, abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed.hash));
    }

    function test_openLot_refuses_another_contract() public {
        Receipt[] memory receipts = twoLots();
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        load(receipts, scopeOf(1));
        deploySettlement(asset);
        admitPlatform(operator, "https://relay.example");
        fund(operator);
        toEpoch(2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(3);
        Node memory computed = Trees.climb(Trees.outerLeaf(3, scopeOf(1), inner), lotId, path);
        refuse(lotId, abi.encodeWithSelector(ISettlement.RootMismatch.selector, statement.lotRoot, computed.hash));
    }

    /* SUMS */

    function testFuzz_openLot_refuses_other_sums(uint8 bit, bool inPath) public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        load(receipts, scopeOf(1));
        // Flipping the lowest bits of a lane cannot overflow it.
        uint256 flip = 1 << ((uint256(bit) % 16) + 72 * (bit % 4));
        if (inPath) path[0].sums = Sums.wrap(Sums.unwrap(path[0].sums) ^ flip);
        else inner.sums = Sums.wrap(Sums.unwrap(inner.sums) ^ flip);
        refuseRoot(receipts, lotId);
    }

    function test_openLot_refuses_sums_that_overflow() public {
        Receipt[] memory receipts = twoLots();
        settle(receipts);
        load(receipts, scopeOf(1));
        path[0].sums = Sums.wrap(type(uint256).max);
        refuse(lotId, abi.encodeWithSelector(SumsOverflow.selector, inner.sums, path[0].sums));
    }

    /// The platform's tree holds more than it paid for.
    function test_openLot_refuses_sums_that_do_not_add_up() public {
        Receipt[] memory receipts = twoLots();
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        Sums real = statement.totals;
        statement.totals = SumsLib.pack(3_000_000, 449_999, 0, 2);
        toEpoch(2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(3);
        assertRefused(
            lotCall(receipts, scopeOf(1), lotId),
            abi.encodeWithSelector(ISettlement.TotalsMismatch.selector, statement.totals, real)
        );
    }

    /* RATES */

    function test_openLot_fees_at_both_ends_of_the_range() public {
        uint256 state = vm.snapshotState();
        for (uint72 fee = 1_501; fee <= 1_502; ++fee) {
            Receipt[] memory receipts = oneReceipt(1, 10_001);
            receipts[0].fee = fee;
            settle(receipts);
            openLot(receipts, lotId);
            vm.assertEq(settlement.potOf(lotId), fee / 2);
            vm.revertToState(state);
        }
    }

    function testFuzz_openLot_refuses_fees_outside_the_rate(uint72 fee) public {
        Receipt[] memory receipts = oneReceipt(1, 10_001);
        receipts[0].fee = uint72(bound(fee, 0, 10_001));
        if (receipts[0].fee == 1_501 || receipts[0].fee == 1_502) return;
        settle(receipts);
        assertRefused(
            lotCall(receipts, scopeOf(1), lotId),
            abi.encodeWithSelector(ISettlement.FeesOutOfRange.selector, lotId, receipts[0].fee, 1_501, 1_502)
        );
    }

    function testFuzz_openLot_refuses_commissions_above_the_rate(uint72 commission) public {
        Receipt[] memory receipts = oneReceipt(1, 10_001);
        receipts[0].recommenderId = 1;
        receipts[0].commission = uint72(bound(commission, 503, 10_001));
        settle(receipts);
        assertRefused(
            lotCall(receipts, scopeOf(1), lotId),
            abi.encodeWithSelector(ISettlement.CommissionsOutOfRange.selector, lotId, receipts[0].commission, 502)
        );
    }

    function test_openLot_commissions_at_the_limit() public {
        Receipt[] memory receipts = oneReceipt(1, 10_001);
        receipts[0].recommenderId = 1;
        receipts[0].commission = 502;
        settle(receipts);
        openLot(receipts, lotId);
        vm.assertTrue(settlement.isLotOpened(platformId, 1, lotId));
    }

    function test_openLot_lots_keep_the_rates_they_were_offered_under() public {
        vm.prank(producer);
        commodities.setTerms(commodityId, 3_000, 0);
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        openLot(receipts, lotId);
        vm.assertEq(settlement.potOf(lotId), 450_001);
    }

    function test_openLot_refuses_unknown_lots() public {
        Receipt[] memory receipts = oneReceipt(1, 10_000);
        receipts[0].lotId = 3;
        settle(receipts);
        assertRefused(lotCall(receipts, scopeOf(1), 3), abi.encodeWithSelector(ICommodities.UnknownLot.selector, 3));
    }

    /* HELPERS */

    function twoLots() private view returns (Receipt[] memory receipts) {
        receipts = new Receipt[](2);
        receipts[0] = receipt(1, 1, lotId, 1_000_000, 1, 0);
        receipts[1] = receipt(2, 1, second, 2_000_000, 2, 0);
    }

    function load(Receipt[] memory receipts, Scope memory scope) private {
        inner = Trees.lotTree(receipts, scope, lotId);
        delete path;
        Node[] memory nodes = Trees.lotPath(receipts, scope, lotId);
        for (uint256 i; i < nodes.length; ++i) path.push(nodes[i]);
    }

    function refuse(uint32 lot, bytes memory expected) private {
        assertRefused(abi.encodeCall(ISettlement.openLot, (platformId, 1, lot, inner, path)), expected);
    }

    function refuseRoot(Receipt[] memory receipts, uint32 lot) private {
        bytes32 root = Trees.statement(receipts, scopeOf(1)).lotRoot;
        Node memory computed = Trees.climb(Trees.outerLeaf(3, scopeOf(1), inner), lot, path);
        refuse(lot, abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed.hash));
    }
}
