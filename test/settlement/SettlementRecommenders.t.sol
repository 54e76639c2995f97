// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsLib, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {Scope, Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

contract SettlementRecommendersTest is SettlementTest {
    Receipt[] private receipts;
    InnerTree private inner;
    Node[] private path;

    function setUp() public override {
        super.setUp();
        Receipt[] memory three = threeReceipts(1);
        for (uint256 i; i < 3; ++i) receipts.push(three[i]);
        inner = Trees.recommenderTree(receipts, scopeOf(1), 1);
        Node[] memory nodes = Trees.recommenderPath(receipts, scopeOf(1), 1);
        for (uint256 i; i < nodes.length; ++i) path.push(nodes[i]);
    }

    function test_openRecommender_credits_the_payout_address() public {
        settle(receipts);
        uint256 before = settlement.statementOf(platformId, 1).remaining;
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.RecommenderOpened(platformId, 1, 1, inner.root, alicePayout, 2_000_001, 100_001, 1);
        vm.prank(stranger);
        settlement.openRecommender(platformId, 1, 1, inner, path);
        vm.assertEq(settlement.creditOf(alicePayout), 100_001);
        vm.assertEq(settlement.creditOf(alice), 0);
        vm.assertEq(before - settlement.statementOf(platformId, 1).remaining, 100_001);
        vm.assertTrue(settlement.isRecommenderOpened(platformId, 1, 1));
        vm.assertFalse(settlement.isRecommenderOpened(platformId, 1, 2));

        openRecommender(receipts, 2);
        vm.assertEq(settlement.creditOf(bobPayout), 150_001);
    }

    function test_openRecommender_pays_where_the_payout_is_then() public {
        settle(receipts);
        vm.prank(alice);
        recommenders.setPayout(stranger);
        openRecommender(receipts, 1);
        vm.assertEq(settlement.creditOf(stranger), 100_001);
        vm.assertEq(settlement.creditOf(alicePayout), 0);
    }

    function test_openRecommender_of_nobody() public {
        settle(receipts);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.RecommenderOpened(
            platformId,
            1,
            0,
            Trees.recommenderTree(receipts, scopeOf(1), 0).root,
            address(0),
            1_000_000,
            0,
            1
        );
        openRecommender(receipts, 0);
        vm.assertEq(settlement.auditFundAccrued(), 0);
    }

    /// A platform's mistake is nobody's money.
    function testFuzz_openRecommender_commissions_of_nobody_go_to_the_audit_fund(uint72 commission) public {
        Receipt[] memory wrong = oneReceipt(1, 1_000_000);
        wrong[0].commission = uint72(bound(commission, 0, 1_000_000));
        settle(wrong);
        openRecommender(wrong, 0);
        vm.assertEq(settlement.auditFundAccrued(), wrong[0].commission);
        vm.assertEq(settlement.creditOf(address(0)), 0);
    }

    function test_openRecommender_waits_for_registration() public {
        Receipt[] memory early = oneReceipt(1, 1_000_000);
        early[0].recommenderId = 3;
        early[0].commission = 50_000;
        settle(early);
        assertRefused(
            recommenderCall(early, scopeOf(1), 3),
            abi.encodeWithSelector(ISettlement.UnknownRecommender.selector, 3)
        );
        vm.prank(stranger);
        recommenders.register(stranger);
        openRecommender(early, 3);
        vm.assertEq(settlement.creditOf(stranger), 50_000);
    }

    /* REFUSALS */

    function test_openRecommender_refuses_inside_the_challenge_window() public {
        commit(receipts);
        refuse(
            1,
            abi.encodeWithSelector(ISettlement.ChallengeWindowOpen.selector, platformId, 1, settlement.epochStart(3))
        );
        vm.warp(settlement.epochStart(3) - 1);
        refuse(
            1,
            abi.encodeWithSelector(ISettlement.ChallengeWindowOpen.selector, platformId, 1, settlement.epochStart(3))
        );
    }

    function test_openRecommender_refuses_twice() public {
        settle(receipts);
        openRecommender(receipts, 1);
        refuse(1, abi.encodeWithSelector(ISettlement.RecommenderAlreadyOpened.selector, platformId, 1, 1));
    }

    function testFuzz_openRecommender_refuses_without_statement(uint32 platform, uint32 epoch) public {
        settle(receipts);
        if (platform == platformId && epoch == 1) return;
        assertRefused(
            abi.encodeCall(ISettlement.openRecommender, (platform, epoch, 1, inner, path)),
            abi.encodeWithSelector(ISettlement.NoStatement.selector, platform, epoch)
        );
    }

    function test_openRecommender_refuses_another_index() public {
        settle(receipts);
        refuseRoot(0);
        refuseRoot(2);
        refuseRoot(3);
    }

    function testFuzz_openRecommender_refuses_index_outside(uint32 id) public {
        settle(receipts);
        id = uint32(bound(id, 4, type(uint32).max));
        refuse(id, abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, id, 2));
    }

    function test_openRecommender_refuses_another_depth() public {
        settle(receipts);
        path.push();
        refuse(1, abi.encodeWithSelector(SumTree.PathLength.selector, 3, 2));
        path.pop();
        path.pop();
        refuse(1, abi.encodeWithSelector(SumTree.PathLength.selector, 1, 2));
    }

    function test_openRecommender_refuses_another_inner_depth() public {
        settle(receipts);
        inner.depth = 1;
        refuseRoot(1);
    }

    function test_openRecommender_refuses_another_chain() public {
        settle(receipts);
        bytes32 root = Trees.statement(receipts, scopeOf(1)).recommenderRoot;
        vm.chainId(1);
        refuse(1, abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, climbed(scopeOf(1), 1)));
    }

    function test_openRecommender_refuses_another_platform_and_epoch() public {
        commit(receipts);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        statement.platformId = admitPlatform(operator, "");
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(3);
        refuseCopy(statement.platformId, 1, statement.recommenderRoot);

        (statement.platformId, statement.epoch) = (platformId, 2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(4);
        refuseCopy(platformId, 2, statement.recommenderRoot);
    }

    /// A lot leaf is no recommender leaf, even at the same place.
    function test_openRecommender_refuses_a_lot_leaf() public {
        Receipt[] memory one = oneReceipt(1, 1_000_000);
        ISettlement.StatementCommit memory statement = Trees.statement(one, scopeOf(1));
        statement.recommenderRoot = statement.lotRoot;
        toEpoch(2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(3);
        inner = Trees.lotTree(one, scopeOf(1), lotId);
        delete path;
        refuse(0, abi.encodeWithSelector(ISettlement.RootMismatch.selector, statement.lotRoot, climbed(scopeOf(1), 0)));
    }

    function testFuzz_openRecommender_refuses_other_sums(uint8 bit, bool inPath) public {
        settle(receipts);
        uint256 flip = 1 << ((uint256(bit) % 16) + 72 * (bit % 4));
        if (inPath) path[1].sums = Sums.wrap(Sums.unwrap(path[1].sums) ^ flip);
        else inner.sums = Sums.wrap(Sums.unwrap(inner.sums) ^ flip);
        refuseRoot(1);
    }

    function test_openRecommender_refuses_sums_that_overflow() public {
        settle(receipts);
        path[0].sums = Sums.wrap(type(uint256).max);
        refuse(1, abi.encodeWithSelector(SumsOverflow.selector, inner.sums, path[0].sums));
    }

    /// The recommenders' tree of a statement holds more commissions than its totals, which the deposit was made from.
    function test_openRecommender_refuses_sums_that_do_not_add_up() public {
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        Sums real = statement.totals;
        statement.totals = SumsLib.pack(real.sales(), real.fees(), real.commissions() - 1, real.count());
        toEpoch(2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        toEpoch(3);
        refuse(1, abi.encodeWithSelector(ISettlement.TotalsMismatch.selector, statement.totals, real));
    }

    function test_openRecommender_refuses_after_the_sweep() public {
        settle(receipts);
        toEpoch(53);
        settlement.sweepStatement(platformId, 1);
        refuse(1, abi.encodeWithSelector(ISettlement.DepositExhausted.selector, 100_001, 0));
    }

    /* HELPERS */

    function climbed(Scope memory scope, uint32 id) private view returns (bytes32) {
        return Trees.climb(Trees.outerLeaf(4, scope, inner), id, path).hash;
    }

    function refuse(uint32 id, bytes memory expected) private {
        assertRefused(abi.encodeCall(ISettlement.openRecommender, (platformId, 1, id, inner, path)), expected);
    }

    function refuseRoot(uint32 id) private {
        bytes32 root = Trees.statement(receipts, scopeOf(1)).recommenderRoot;
        refuse(id, abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, climbed(scopeOf(1), id)));
    }

    function refuseCopy(uint32 platform, uint32 epoch, bytes32 root) private {
        Scope memory scope = Scope(block.chainid, address(settlement), platform, epoch);
        assertRefused(
            abi.encodeCall(ISettlement.openRecommender, (platform, epoch, 1, inner, path)),
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, climbed(scope, 1))
        );
    }
}
